package dev.apim.vertx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HeadWriterTest {
    private final HeadWriter writer = new HeadWriter();

    private ByteBuf finish() {
        return writer.finish(UnpooledByteBufAllocator.DEFAULT);
    }

    @Test
    void aFailedHeadLeavesNothingToTheNext() {
        writer.statusLine(200, "");
        assertThatThrownBy(() -> writer.field("X", "a\r\nb")).isInstanceOf(IllegalArgumentException.class);
        writer.statusLine(204, "");
        assertThat(finish().toString(StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
    }

    @Test
    void namesAreTokens() {
        for (String name : new String[] {"", "a b", "a:", "a\r", "\u00e9", "a\u010a"}) {
            assertThatThrownBy(() -> writer.field(name, "v")).as(name).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void methodsAreTokensAndTargetsVisible() {
        assertThatThrownBy(() -> writer.requestLine("GET /", "/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.requestLine("GET", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.requestLine("GET", "/a HTTP/1.1\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever can be written is read as the same by the strict parser; so no value can become a field or a request of its own. */
    @RepeatedTest(300)
    void whatIsWrittenIsReadAsItWas(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        Headers written = new Headers();
        writer.requestLine("GET", "/");
        for (int i = random.nextInt(20); i > 0; i--) {
            StringBuilder value = new StringBuilder();
            for (int c = random.nextInt(100); c > 0; c--) {
                value.append((char) random.nextInt(repetition.getCurrentRepetition() % 2 == 0 ? 0x100 : 0x80));
            }
            String stripped = value.toString().replaceAll("^[ \t]+|[ \t]+$", "");
            try {
                writer.field("X-" + i, stripped);
                written.add("X-" + i, stripped);
            } catch (IllegalArgumentException refused) {
                assertThat(stripped).matches("(?s).*[\\x00-\\x08\\x0a-\\x1f\\x7f].*");
            }
        }
        HeadParser parser = new HeadParser(HeadParser.Kind.REQUEST, HeadLimits.REQUEST);
        ByteBuf head = finish();
        assertThat(parser.parse(head)).isTrue();
        assertThat(head.isReadable()).isFalse();
        assertThat(parser.headers()).isEqualTo(written);
    }
}
