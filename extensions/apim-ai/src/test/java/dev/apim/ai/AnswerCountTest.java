package dev.apim.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers of all shapes used, however their bytes are cut. */
class AnswerCountTest {
    private static final String CHAT = "\uFEFFevent: x\r\n: a comment\r\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße 😀\"}}],\"usage\":null}\r\n\r\n"
            + "data:{\"choices\":[],\r\ndata: \"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}\r\n\r\n"
            + "data: [DONE]\r\n\r\n";

    private static final String MESSAGES =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":25,\"output_tokens\":1}}}\n\n"
                    + "event: ping\ndata: {\"type\": \"ping\"}\n\n"
                    + "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
                    + "{\"type\":\"text_delta\",\"text\":\"one two three\"}}\n\n";

    private static final String MESSAGES_END =
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                    + "\"usage\":{\"output_tokens\":15}}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, true)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            gzip.write(bytes, 0, bytes.length / 2);
            gzip.flush();
            gzip.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }
        return out.toByteArray();
    }

    private static Usage used(byte[] bytes, String coding, boolean stream, int piece) {
        List<Usage> told = new ArrayList<>();
        AnswerCount count = new AnswerCount("gpt-4o", coding, stream, () -> 100, told::add);
        for (int at = 0; at < bytes.length; at += piece) {
            count.passed(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece))));
        }
        count.whole();
        count.broken();
        assertThat(told).as("told once").hasSize(1);
        return told.get(0);
    }

    private static Usage streamed(String events) {
        return used(events.getBytes(StandardCharsets.UTF_8), "", true, 4_096);
    }

    private static Usage whole(String json) {
        return used(json.getBytes(StandardCharsets.UTF_8), "", false, 4_096);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 4_096})
    void aStreamMayBeCutAnywhere(int piece) throws IOException {
        assertThat(used(CHAT.getBytes(StandardCharsets.UTF_8), "", true, piece)).isEqualTo(new Usage(7, 5, 12));
        assertThat(used(gzip(CHAT), "gzip", true, piece)).isEqualTo(new Usage(7, 5, 12));
        String unsaid = CHAT.substring(0, CHAT.indexOf("data:{"));
        assertThat(used(unsaid.getBytes(StandardCharsets.UTF_8), "", true, piece)
                        .completion())
                .isEqualTo(Tokenizer.of("gpt-4o").count("Grüße 😀"));
        String bare = CHAT.replace("\r\n", "\r");
        assertThat(used(bare.getBytes(StandardCharsets.UTF_8), "", true, piece)).isEqualTo(new Usage(7, 5, 12));
    }

    @Test
    void messagesTellThePromptFirstAndTheAnswerLast() {
        assertThat(streamed(MESSAGES + MESSAGES_END)).isEqualTo(new Usage(25, 15, 40));
        assertThat(streamed(MESSAGES)).as("given up midway").isEqualTo(new Usage(25, 3, 28));
        assertThat(whole(
                        "{\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],\"usage\":{\"input_tokens\":9,\"output_tokens\":4,"
                                + "\"cache_read_input_tokens\":0}}"))
                .isEqualTo(new Usage(9, 4, 13));
    }

    @Test
    void responsesTellItInTheirLastEventAndRepeatTheirTextUncounted() {
        String delta =
                "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"output_index\":0,"
                        + "\"delta\":\"one two three\"}\n\n";
        String done =
                "event: response.output_text.done\ndata: {\"type\":\"response.output_text.done\",\"text\":\"one two three\"}\n\n";
        String completed =
                "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"output\":[{\"content\":"
                        + "[{\"text\":\"one two three\"}]}],\"usage\":%s}}\n\n";

        assertThat(streamed(delta
                        + done
                        + completed.formatted("{\"input_tokens\":3,\"output_tokens\":4,\"total_tokens\":7}")))
                .isEqualTo(new Usage(3, 4, 7));
        assertThat(streamed(delta + done + completed.formatted("null"))).isEqualTo(new Usage(100, 3, 103));
    }

    @Test
    void contentsTellItAlongWithTheirPieces() {
        String piece = "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"one\"}]}}],\"usageMetadata\":"
                + "{\"promptTokenCount\":4,\"candidatesTokenCount\":%d,\"totalTokenCount\":%d}}\r\n\r\n";

        assertThat(streamed(piece.formatted(1, 5) + piece.formatted(2, 6))).isEqualTo(new Usage(4, 2, 6));
    }

    @Test
    void embeddingsHaveNoCompletion() {
        assertThat(whole(
                        "{\"data\":[{\"embedding\":[0.1,2,3e-5]}],\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}"))
                .isEqualTo(new Usage(8, 0, 8));
    }

    @Test
    void choicesAreCountedApartHoweverTheyAreMixed() {
        String piece = "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"},\"index\":%d}]}\n\n";
        String mixed = "";
        for (String part : "inter nation al iza tion".split(" ")) {
            mixed += piece.formatted(part, 0) + piece.formatted(part, 1);
        }

        assertThat(streamed(mixed).completion())
                .isEqualTo(2L * Tokenizer.of("gpt-4o").count("internationalization"));
    }

    @Test
    void callsOfToolsAndReasoningAreGeneratedToo() {
        assertThat(whole(
                                "{\"choices\":[{\"message\":{\"content\":null,\"reasoning_content\":\"one two\",\"tool_calls\":"
                                        + "[{\"function\":{\"name\":\"f\",\"arguments\":\" three four\"}}]}}]}")
                        .completion())
                .isEqualTo(4);
    }

    @Test
    void anEventOfAnyLengthIsRead() {
        String image = "data: {\"b64_json\":\"" + "A".repeat(3_000_000)
                + "\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2,\"total_tokens\":3}}\n\n";

        assertThat(streamed(image)).isEqualTo(new Usage(1, 2, 3));
    }

    @Test
    void whatCannotBeReadIsCountedByItsLength() {
        assertThat(used(new byte[4_000], "br", true, 100)).isEqualTo(new Usage(100, 1_000, 1_100));
        assertThat(used(new byte[4_000], "gzip", true, 100)).isEqualTo(new Usage(100, 0, 100));
    }

    @Test
    void figuresNobodyBelievesDoNotRunOver() {
        Usage usage =
                whole("{\"usage\":{\"prompt_tokens\":9223372036854775807,\"completion_tokens\":9223372036854775807}}");

        assertThat(usage.total()).isPositive();
        assertThat(whole("{\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":2}}"))
                .isEqualTo(new Usage(0, 2, 2));
    }
}
