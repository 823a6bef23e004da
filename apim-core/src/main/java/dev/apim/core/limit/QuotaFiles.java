package dev.apim.core.limit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.ApimException;
import dev.apim.core.file.DurableFile;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Quota counters on disk: {@value #SHARDS} files, each replaced whole, so that a change of some counters does not write all of them and
 * a crash leaves each file as it was before or after.
 */
final class QuotaFiles {
    private static final int SHARDS = 16;

    private final Path directory;

    /** Files in a directory, which is made. */
    QuotaFiles(Path directory) {
        this.directory = directory;
        try {
            DurableFile.createForOwner(directory);
        } catch (IOException e) {
            throw new ApimException("state directory " + directory + " cannot be used: check its permissions", e);
        }
    }

    static int shardOf(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }

    static QuotaShard[] empty() {
        QuotaShard[] shards = new QuotaShard[SHARDS];
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new QuotaShard(LocalQuotaCounter.MAX_KEYS / SHARDS);
        }
        return shards;
    }

    QuotaShard[] load() {
        QuotaShard[] shards = empty();
        for (int i = 0; i < SHARDS; i++) {
            Path file = directory.resolve(name(i));
            if (Files.exists(file)) {
                read(file, shards);
            }
        }
        return shards;
    }

    private static void read(Path file, QuotaShard[] shards) {
        try {
            for (JsonNode row : Json.mapper().readTree(Files.readString(file))) {
                String key = row.required("key").textValue();
                shards[shardOf(key)].restore(new QuotaShard.Row(
                        new QuotaShard.Identity(key, number(row, "period"), number(row, "phase"), months(row)),
                        row.required("start").longValue(),
                        number(row, "calls"),
                        number(row, "bytes")));
            }
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException | ArithmeticException e) {
            throw new ApimException(
                    file + " does not hold quota counters: restore it, or delete it so that they begin anew", e);
        } catch (IOException e) {
            throw new ApimException(file + " cannot be read: check its permissions", e);
        }
    }

    /** Counters of months came later than the file's other members. */
    private static int months(JsonNode row) {
        return row.has("months") ? Math.toIntExact(number(row, "months")) : 0;
    }

    private static long number(JsonNode row, String name) {
        JsonNode number = row.required(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw new IllegalArgumentException(name + " is no count");
        }
        return number.longValue();
    }

    /** Writes what has changed; when it returns, that has reached stable storage. */
    void save(QuotaShard[] shards) throws IOException {
        for (int i = 0; i < SHARDS; i++) {
            List<QuotaShard.Row> rows = shards[i].changes();
            if (rows != null) {
                try {
                    DurableFile.writeForOwner(directory, name(i), text(rows).getBytes(StandardCharsets.UTF_8));
                } catch (IOException | RuntimeException e) {
                    shards[i].notWritten();
                    throw e;
                }
            }
        }
    }

    private static String text(List<QuotaShard.Row> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(rows.size());
        for (QuotaShard.Row row : rows) {
            ObjectNode written = all.addObject()
                    .put("key", row.identity().key())
                    .put("period", row.identity().period())
                    .put("phase", row.identity().phase());
            if (row.identity().months() > 0) {
                written.put("months", row.identity().months());
            }
            written.put("start", row.start()).put("calls", row.calls()).put("bytes", row.bytes());
        }
        return Json.write(all);
    }

    private static String name(int shard) {
        return "quotas-" + shard + ".json";
    }
}
