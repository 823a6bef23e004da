package dev.apim.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.event.Event;
import dev.apim.event.EventChannel;
import dev.apim.event.EventChannelProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events as lines of JSON: {@code {"time":"…","logger":"…","partitionKey":"…","text":"…"}}. The members are written by an
 * encoder, so that no event can look like two.
 */
public final class JsonLines {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.events");

    private JsonLines() {}

    /** To the log, at info level, as {@code dev.apim.events}. */
    public static EventChannelProvider toLog() {
        return logger -> Optional.of(new Lines(logger.id(), LOG::info));
    }

    /**
     * To the end of a file, whose folder exists. The file is opened for each event, so that it may be moved away at any time; lines of
     * several loggers do not mix.
     */
    public static EventChannelProvider toFile(Path file) {
        Object turn = new Object();
        return logger -> Optional.of(new Lines(logger.id(), line -> {
            synchronized (turn) {
                append(file, line);
            }
        }));
    }

    private static void append(Path file, String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static String line(String logger, Event event) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("time", event.at().toString()).put("logger", logger);
        if (event.partitionId() != null) {
            line.put("partitionId", event.partitionId());
        }
        if (event.partitionKey() != null) {
            line.put("partitionKey", event.partitionKey());
        }
        return Json.write(line.put("text", event.text()));
    }

    private interface Writer {
        void write(String line) throws IOException;
    }

    private record Lines(String logger, Writer writer) implements EventChannel {
        @Override
        public void write(Event event) throws IOException {
            writer.write(line(logger, event));
        }

        @Override
        public void close() {}
    }
}
