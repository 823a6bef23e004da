package dev.apim.core.file;

import dev.apim.IssueSink;
import dev.apim.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8, with or without a byte order mark. */
public final class Utf8Text {
    private Utf8Text() {}

    /**
     * Decodes bytes; the first malformed sequence is reported at its line and column.
     *
     * @param source name for positions
     */
    public static Optional<String> decode(String source, byte[] bytes, IssueSink issues) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            issues.error(end(source, text), "the file is not UTF-8 here: save it in that encoding");
            return Optional.empty();
        }
        boolean marked = text.length() > 0 && text.charAt(0) == '\uFEFF';
        return Optional.of(marked ? text.subSequence(1, text.length()).toString() : text.toString());
    }

    private static Position end(String source, CharSequence text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (i > 0 || text.charAt(i) != '\uFEFF') {
                column++;
            }
        }
        return new Position(source, line, column);
    }
}
