package dev.apim.core.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.ApimException;
import dev.apim.core.file.DurableFile;
import dev.apim.core.json.Json;
import dev.apim.resource.ResourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of subscriptions that came without: made here at random and remembered, in a state directory that only its owner can
 * read, or in memory. Thread-safe; {@link #save} blocks on the disk.
 */
public final class SubscriptionKeys {
    /** The file in the state directory. */
    public static final String FILE = "subscription-keys.json";

    private static final int KEY_BYTES = 16;

    private final @Nullable Path directory;
    private final SecureRandom random = new SecureRandom();
    private final Map<ResourcePath, Pair> pairs = new TreeMap<>();
    private boolean unsaved;

    /**
     * Two keys of one subscription. {@code toString} leaves them out.
     *
     * @param primary 32 hexadecimal digits where it was made here
     * @param secondary the same
     */
    public record Pair(String primary, String secondary) {
        @Override
        public String toString() {
            return "Pair[…]";
        }
    }

    private SubscriptionKeys(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Keys that a restart forgets. */
    public static SubscriptionKeys inMemory() {
        return new SubscriptionKeys(null);
    }

    /**
     * Keys that survive a restart. The directory is made if it is not there; it and the file are left to their owner alone.
     *
     * @throws ApimException when the file cannot be read: keys in use are not replaced by new ones
     */
    public static SubscriptionKeys in(Path stateDirectory) {
        SubscriptionKeys keys = new SubscriptionKeys(stateDirectory);
        try {
            DurableFile.createForOwner(stateDirectory);
            keys.load(stateDirectory.resolve(FILE));
        } catch (IOException e) {
            throw new ApimException("state directory " + stateDirectory + " cannot be used: check its permissions", e);
        }
        return keys;
    }

    /** The keys of a subscription, made now if it has none yet. */
    public synchronized Pair of(ResourcePath subscription) {
        return pairs.computeIfAbsent(subscription, path -> {
            unsaved = true;
            return new Pair(make(), make());
        });
    }

    /** Puts other keys in their place; call {@link #save} then. */
    public synchronized void replace(ResourcePath subscription, Pair keys) {
        pairs.put(subscription, keys);
        unsaved = true;
    }

    /** A new key: 128 random bits as 32 hexadecimal digits. */
    public String make() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Forgets the keys of a subscription that was deleted; call {@link #save} then. */
    public synchronized void forget(ResourcePath subscription) {
        unsaved |= pairs.remove(subscription) != null;
    }

    /** Writes what changed; it has reached stable storage when this returns. */
    public synchronized void save() {
        if (directory == null || !unsaved) {
            return;
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        pairs.forEach((path, pair) ->
                root.putObject(path.value()).put("primary", pair.primary()).put("secondary", pair.secondary()));
        try {
            DurableFile.writeForOwner(directory, FILE, Json.write(root).getBytes(StandardCharsets.UTF_8));
            unsaved = false;
        } catch (IOException e) {
            throw new ApimException(
                    "subscription keys cannot be written to " + directory + ": check disk and rights", e);
        }
    }

    private void load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        DurableFile.restrict(file, "rw-------");
        try {
            JsonNode root = Json.mapper().readTree(Files.readString(file));
            root.fields().forEachRemaining(entry -> {
                String primary = entry.getValue().path("primary").asText();
                String secondary = entry.getValue().path("secondary").asText();
                if (!primary.isEmpty() && !secondary.isEmpty()) {
                    pairs.put(ResourcePath.of(entry.getKey()), new Pair(primary, secondary));
                }
            });
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // No cause: its message quotes the text, which is keys.
            throw new ApimException(file + " is damaged: restore it, or remove it to have new keys made");
        }
    }

    @Override
    public String toString() {
        return "SubscriptionKeys[" + (directory == null ? "in memory" : directory) + "]";
    }
}
