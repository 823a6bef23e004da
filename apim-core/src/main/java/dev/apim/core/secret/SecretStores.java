package dev.apim.core.secret;

import dev.apim.ApimException;
import dev.apim.resource.SecretStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secret stores of the embedded gateway: environment, directory, and one after the other. */
public final class SecretStores {
    private static final long LARGEST = 1024 * 1024;
    private static final int DER_SEQUENCE = 0x30;

    private SecretStores() {}

    /**
     * The usual order: values of the overrides file, then the environment, then the secrets directory.
     *
     * @param overrides such as those of an artifact folder
     * @param environment usually {@link System#getenv()}
     * @param secretsDirectory one file a secret, named as its variable would be; {@code null}: none
     */
    public static SecretStore chain(
            SecretStore overrides, Map<String, String> environment, @Nullable Path secretsDirectory) {
        return secretsDirectory == null
                ? first(overrides, environment(environment))
                : first(overrides, environment(environment), directory(secretsDirectory));
    }

    /** Has nothing. */
    public static SecretStore none() {
        return (kind, name) -> Optional.empty();
    }

    /** The first store that has it. */
    public static SecretStore first(SecretStore... stores) {
        List<SecretStore> order = List.of(stores);
        return (kind, name) -> order.stream()
                .map(store -> store.find(kind, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Variables named as {@link #environmentName} says. Empty ones count as absent. */
    public static SecretStore environment(Map<String, String> environment) {
        Map<String, String> variables = Map.copyOf(environment);
        return (kind, name) ->
                Optional.ofNullable(variables.get(environmentName(kind, name))).filter(value -> !value.isEmpty());
    }

    /**
     * Files of a directory, read when asked for. One line break at the end does not belong to the value. A certificate's file may hold
     * the key store's own bytes or their base64 text.
     */
    public static SecretStore directory(Path directory) {
        return (kind, name) -> read(directory, kind, environmentName(kind, name));
    }

    /**
     * The variable, and the file, that holds a secret: {@code APIM_NAMEDVALUE_}, {@code APIM_CERTIFICATE_},
     * {@code APIM_CERTIFICATEPASSWORD_}, {@code APIM_PRIMARYKEY_} or {@code APIM_SECONDARYKEY_} and the resource's name in upper case,
     * everything but letters and digits as {@code _}. {@code {{env:NAME}}} is {@code NAME}.
     */
    public static String environmentName(SecretStore.Kind kind, String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return switch (kind) {
            case NAMED_VALUE -> "APIM_NAMEDVALUE_" + upper;
            case CERTIFICATE -> "APIM_CERTIFICATE_" + upper;
            case CERTIFICATE_PASSWORD -> "APIM_CERTIFICATEPASSWORD_" + upper;
            case PRIMARY_KEY -> "APIM_PRIMARYKEY_" + upper;
            case SECONDARY_KEY -> "APIM_SECONDARYKEY_" + upper;
            case ENVIRONMENT -> name;
        };
    }

    private static Optional<String> read(Path directory, SecretStore.Kind kind, String file) {
        if (!file.matches("[A-Za-z0-9_]+")) {
            return Optional.empty();
        }
        Path path = directory.resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw new ApimException("secret file " + path + " is larger than 1 MiB: a secret is shorter");
            }
            byte[] bytes = Files.readAllBytes(path);
            if (kind == SecretStore.Kind.CERTIFICATE
                    && bytes.length > 0
                    && bytes[0] == DER_SEQUENCE
                    && !isText(bytes)) {
                return Optional.of(Base64.getEncoder().encodeToString(bytes));
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Optional.of(text.replaceFirst("\r?\n\\z", "")).filter(value -> !value.isEmpty());
        } catch (IOException e) {
            throw new ApimException("secret file " + path + " cannot be read: check its permissions", e);
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
