package dev.apim.vertx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BodyParserTest {
    private final BodyParser parser = new BodyParser(HeadLimits.REQUEST);

    private String read(ByteBuf in) throws MalformedMessageException {
        StringBuilder content = new StringBuilder();
        while (in.isReadable() && !parser.isEnded()) {
            content.append(in.readCharSequence(parser.advance(in), StandardCharsets.US_ASCII));
        }
        return content.toString();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void contentEndsWithItsLengthAndNotOneByteLater() throws Exception {
        parser.start(5);
        ByteBuf in = bytes("helloGET /");
        assertThat(read(in)).isEqualTo("hello");
        assertThat(parser.isEnded()).isTrue();
        assertThat(parser.remaining()).isZero();
        assertThat(in.toString(StandardCharsets.US_ASCII)).isEqualTo("GET /");
    }

    @Test
    void contentWithoutALengthGoesOn() throws Exception {
        parser.start(BodyParser.UNTIL_CLOSE);
        assertThat(read(bytes("anything"))).isEqualTo("anything");
        assertThat(parser.isEnded()).isFalse();
    }

    @Test
    void noContentIsOverAtOnce() {
        parser.start(0);
        assertThat(parser.isEnded()).isTrue();
    }

    @Test
    void chunksEndWithTheirTrailersAndNotOneByteLater() throws Exception {
        parser.start(BodyParser.CHUNKED);
        ByteBuf in = bytes("5\r\nhello\r\nA;x=y\r\n, world!!!\r\n0\r\nX-T: 1\r\nX-U: 2\r\n\r\nGET /");
        assertThat(read(in)).isEqualTo("hello, world!!!");
        assertThat(parser.trailers().get("X-U")).isEqualTo("2");
        assertThat(in.toString(StandardCharsets.US_ASCII)).isEqualTo("GET /");
        assertThat(parser.remaining()).isZero();
    }

    /** The same bytes mean the same, however they are cut. */
    @RepeatedTest(200)
    void piecesOfAnySizeMeanTheSame(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder wire = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            String chunk = "x".repeat(1 + random.nextInt(300));
            content.append(chunk);
            wire.append(Integer.toHexString(chunk.length()))
                    .append(random.nextBoolean() ? ";ext" : "")
                    .append("\r\n");
            wire.append(chunk).append("\r\n");
        }
        wire.append("000\r\n").append(random.nextBoolean() ? "X-T: 1\r\n" : "").append("\r\n");
        parser.start(BodyParser.CHUNKED);
        StringBuilder read = new StringBuilder();
        for (int from = 0; from < wire.length(); ) {
            int to = Math.min(wire.length(), from + 1 + random.nextInt(20));
            read.append(read(bytes(wire.substring(from, to))));
            from = to;
        }
        assertThat(read).hasToString(content.toString());
        assertThat(parser.isEnded()).isTrue();
    }

    /** Whatever comes, it ends in content, an end or a refusal: nothing else is thrown and nothing loops. */
    @RepeatedTest(300)
    void randomBytesAreRefusedOrRead(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String alphabet = "0123456789abcdef\r\n\r\n\r\n;=\"x: ";
        StringBuilder wire = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            wire.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        parser.start(BodyParser.CHUNKED);
        try {
            read(bytes(wire.toString()));
        } catch (MalformedMessageException refused) {
            assertThat(refused.status()).isIn(400, 431);
        }
    }
}
