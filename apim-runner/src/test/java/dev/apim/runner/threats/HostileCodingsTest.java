package dev.apim.runner.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat 41: compressed bodies of callers and of backends, through every policy that reads them. */
class HostileCodingsTest {
    private static final byte[] ZEROS = new byte[50_000_000];
    private static final Map<String, List<byte[]>> BODIES = bodies();

    private record Coded(String coding, byte[] bytes) {}

    static Stream<HostileReader> readers() {
        return Stream.of(Readers.xml(), Readers.json(), List.of(Readers.findAndReplace()))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @DisplayName("row 41: bombs, several codings, unknown and broken ones are refused where a policy reads: 415 or 502")
    @MethodSource("readers")
    void whatCannotBeDecodedWithinTheLimitsIsRefused(HostileReader reader) {
        TestGateway inbound = reader.gateway("inbound");
        TestGateway outbound = reader.gateway("outbound");
        for (Coded each : coded()) {
            TestCall asked = reader.ask(inbound, Body.of(each.bytes()), "Content-Encoding", each.coding());
            // A bomb that is too large for a limit of the policy's own ends in that policy's answer.
            assertThat(asked.status())
                    .as(each.coding())
                    .isIn(415, reader.name().startsWith("validate-content") ? 400 : 415);
            TestCall answered = reader.answered(outbound, Body.of(each.bytes()), "Content-Encoding", each.coding());
            assertThat(answered.status()).as(each.coding()).isEqualTo(502);
        }
        assertThat(inbound.backends().received()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("row 41: what a policy can decode it reads, and passes on decoded")
    @MethodSource("readers")
    void whatCanBeDecodedIsRead(HostileReader reader) {
        String text = reader.type().endsWith("json") ? "{\"a\":1}" : "<r/>";
        for (String coding : List.of("gzip", "x-gzip", "deflate", "GZIP")) {
            byte[] bytes = packed(text.getBytes(StandardCharsets.UTF_8), !coding.equals("deflate"));
            TestCall asked = reader.ask(reader.gateway("inbound"), Body.of(bytes), "Content-Encoding", coding);
            assertThat(asked.status()).isIn(200, reader.name().endsWith("soap") ? 400 : 200);
            TestCall answered = reader.answered(reader.gateway("outbound"), Body.of(bytes), "Content-Encoding", coding);
            assertThat(answered.header("Content-Encoding")).isNull();
        }
    }

    @ParameterizedTest
    @DisplayName("row 41: models' answers that are only looked into pass as they came, bomb or not")
    @MethodSource("dev.apim.runner.threats.Readers#lookers")
    void whatIsOnlyLookedIntoPassesAsItCame(HostileReader reader) {
        TestGateway outbound = reader.gateway("outbound");
        for (Coded each : coded()) {
            TestCall answered = reader.answered(outbound, Body.of(each.bytes()), "Content-Encoding", each.coding());
            assertThat(answered.body().bytes()).isEqualTo(each.bytes());
            assertThat(answered.header("Content-Encoding")).isEqualTo(each.coding());
        }
    }

    private static List<Coded> coded() {
        return BODIES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(bytes -> new Coded(entry.getKey(), bytes)))
                .toList();
    }

    private static Map<String, List<byte[]>> bodies() {
        byte[] text = "{\"a\":\"some text\"}".getBytes(StandardCharsets.UTF_8);
        byte[] gzip = packed(text, true);
        byte[] flipped = gzip.clone();
        flipped[gzip.length - 6] ^= 1;
        byte[] checked = gzip.clone();
        checked[3] = 2; // says that a checksum of the head follows
        Map<String, List<byte[]>> bodies = new LinkedHashMap<>();
        bodies.put(
                "gzip",
                List.of(
                        packed(ZEROS, true),
                        Arrays.copyOf(gzip, gzip.length - 9),
                        Arrays.copyOf(gzip, 5),
                        text,
                        flipped,
                        checked));
        bodies.put("deflate", List.of(packed(ZEROS, false), Arrays.copyOf(packed(text, false), 6), text));
        bodies.put("gzip, gzip", List.of(packed(packed(ZEROS, true), true)));
        bodies.put("gzip,deflate,gzip", List.of(gzip));
        bodies.put("br", List.of(text));
        bodies.put("zstd", List.of(text));
        bodies.put("x-unheard-of", List.of(text));
        return bodies;
    }

    private static byte[] packed(byte[] bytes, boolean gzip) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }
}
