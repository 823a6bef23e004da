package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StreamingBody;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateContentSizeTest {
    private static final int LIMIT = 200;
    private static final String REPORTED =
            "<set-header name=\"X-Rule\"><value>@(context.Variables.ContainsKey(\"errors\") ? ((dynamic)context.Variables[\"errors\"])[0].ValidationRule"
                    + " : \"none\")</value></set-header>";

    private static String content(String sizeExceeded) {
        return content(sizeExceeded, Integer.toString(LIMIT));
    }

    private static String content(String sizeExceeded, String limit) {
        return "<validate-content unspecified-content-type-action=\"prevent\" max-size=\"" + limit
                + "\" size-exceeded-action=\"" + sizeExceeded
                + "\" errors-variable-name=\"errors\"><content validate-as=\"json\" action=\"prevent\"/></validate-content>";
    }

    private static TestGateway inbound(String policies) {
        return Orders.answering(Orders.gateway("inbound", policies), 200, "application/json", "{\"id\":1}")
                .start();
    }

    private static TestCall send(TestGateway gateway, Body body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return gateway.send("POST", "/orders/7?view=all", body, all);
    }

    /** A valid order of so many bytes, or one that the schema refuses. */
    private static String order(int bytes, boolean valid) {
        String start = valid ? "{\"id\":1}" : "{\"id\":\"\"}";
        return start + " ".repeat(bytes - start.length());
    }

    private static StreamingBody sent(TestGateway gateway, String text, int chunk) {
        StreamingBody body = new StreamingBody();
        send(gateway, body);
        for (int at = 0; at < text.length(); at += chunk) {
            body.send(text.substring(at, Math.min(text.length(), at + chunk)));
        }
        body.complete();
        return body;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 199, 200})
    void aBodyOfExactlyTheLimitIsValidatedHoweverItComes(int chunk) {
        TestGateway gateway = inbound(content("ignore"));

        sent(gateway, order(LIMIT, true), chunk);
        assertThat(gateway.backends().only().body().text()).isEqualTo(order(LIMIT, true));

        sent(gateway, order(LIMIT, false), chunk);
        assertThat(gateway.backends().received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 199, 200, 201})
    void aByteMoreIsNotValidatedAndNothingOfItIsLost(int chunk) {
        TestGateway gateway = inbound(content("ignore") + REPORTED);

        sent(gateway, order(LIMIT + 1, false), chunk);

        assertThat(gateway.backends().only().body().text()).isEqualTo(order(LIMIT + 1, false));
        assertThat(gateway.backends().only().body().isComplete()).isTrue();
        assertThat(gateway.backends().only().header("X-Rule")).isEqualTo("none");
    }

    @Test
    void detectingReportsTheSizeAndTheBodyGoesOn() {
        TestGateway gateway = inbound(content("detect") + REPORTED);

        sent(gateway, order(LIMIT + 1, false), 50);

        assertThat(gateway.backends().only().body().text()).isEqualTo(order(LIMIT + 1, false));
        assertThat(gateway.backends().only().header("X-Rule")).isEqualTo("SizeLimit");
    }

    @Test
    void preventingAnswersAsSoonAsTheBodyIsKnownToBeTooLarge() {
        TestGateway gateway = inbound(content("prevent"));
        StreamingBody body = new StreamingBody();
        TestCall call = send(gateway, body);

        body.send(order(LIMIT, true));
        assertThat(call.isAnswered()).isFalse();
        body.send("!");

        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text())
                .isEqualTo(
                        Orders.failure(400, "Request's body is 201 bytes long and it exceeds the limit of 200 bytes."));
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void aLengthThatIsDeclaredDecidesBeforeAByteIsTaken() {
        StreamingBody refused = new StreamingBody();
        TestCall call = send(inbound(content("prevent")), refused, "Content-Length", "5000000000");

        assertThat(call.text()).contains("Request's body is 5000000000 bytes long and it exceeds");
        assertThat(refused.isTaken()).isFalse();

        TestGateway detecting = inbound(content("detect") + REPORTED);
        StreamingBody passed = new StreamingBody();
        send(detecting, passed, "Content-Length", "300");
        passed.send(order(300, false));
        assertThat(detecting.backends().only().body().text()).isEqualTo(order(300, false));
        assertThat(detecting.backends().only().header("X-Rule")).isEqualTo("SizeLimit");
    }

    @Test
    void eightMebibytesOfARequestPassAsTheyCome() {
        TestGateway gateway = inbound(content("detect"));
        StreamingBody body = new StreamingBody();
        TestCall call = send(gateway, body);
        String chunk = "x".repeat(64 * 1024);

        for (int i = 1; i <= 128; i++) {
            body.send(chunk);
            assertThat(gateway.backends().only().body().bytes()).hasSize(i * chunk.length());
        }
        body.complete();

        assertThat(gateway.backends().only().body().isComplete()).isTrue();
        assertThat(call.status()).isEqualTo(200);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void eightMebibytesOfAResponsePassAsTheyCome() {
        StreamingBody body = new StreamingBody();
        TestCall call = answered(content("detect") + REPORTED, body);
        String chunk = "x".repeat(64 * 1024);

        for (int i = 1; i <= 128; i++) {
            body.send(chunk);
            assertThat(call.body().bytes()).hasSize(i * chunk.length());
        }
        body.complete();

        assertThat(call.header("X-Rule")).isEqualTo("SizeLimit");
        assertThat(call.isEnded()).isTrue();
    }

    private static TestCall answered(String outbound, Body body) {
        TestGateway gateway = Orders.gateway("outbound", outbound);
        gateway.backends()
                .when(
                        "backend.test",
                        request -> new HttpResponse(200, "", Headers.of("Content-Type", "application/json"), body));
        return Orders.send(gateway.start(), "{}");
    }

    @Test
    void aResponseThatIsTooLargeIsRefusedAndItsBackendIsGivenUp() {
        StreamingBody body = new StreamingBody();
        TestCall call = answered(content("prevent"), body);

        body.send(order(LIMIT + 1, true));

        assertThat(call.status()).isEqualTo(502);
        assertThat(call.text()).isEqualTo(Orders.failure(502, Report.INTERNAL));
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void aResponseWithinTheSizeIsValidatedAndALargerOneIsNot() {
        StreamingBody bad = new StreamingBody();
        TestCall refused = answered(content("ignore"), bad);
        bad.send(order(LIMIT, false)).complete();
        assertThat(refused.status()).isEqualTo(502);

        StreamingBody large = new StreamingBody();
        TestCall passed = answered(content("ignore"), large);
        large.send(order(LIMIT, false)).send("!").complete();
        assertThat(passed.status()).isEqualTo(200);
        assertThat(passed.text()).isEqualTo(order(LIMIT, false) + "!");
    }

    @Test
    void aClientThatHangsUpEndsWhatWasBeingTaken() {
        StreamingBody request = new StreamingBody();
        TestCall early = send(inbound(content("detect")), request);
        request.send("{");
        early.hangUp();
        assertThat(request.isCancelled()).isTrue();

        StreamingBody response = new StreamingBody();
        TestCall taking = answered(content("detect"), response);
        response.send("{");
        taking.hangUp();
        assertThat(response.isCancelled()).isTrue();

        StreamingBody streaming = new StreamingBody();
        TestCall late = answered(content("detect"), streaming);
        streaming.send(order(LIMIT + 1, true));
        late.hangUp();
        assertThat(streaming.isCancelled()).isTrue();
    }

    @Test
    void aBodyThatBreaksOffBeforeItIsKnownIsNobodysMistake() {
        StreamingBody request = new StreamingBody();
        TestCall call = send(inbound(content("detect")), request);
        request.send("{").fail(new IOException("gone"));
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text()).contains("could not be read to its end");

        StreamingBody response = new StreamingBody();
        TestCall answer = answered(content("detect"), response);
        response.send("{").fail(new IOException("gone"));
        assertThat(answer.status()).isEqualTo(502);
    }

    @Test
    void laterPoliciesReadWhatWasValidatedAndWhatWasNot() {
        String reader =
                "<set-header name=\"X-Length\"><value>@(context.Request.Body.As<string>(true).Length.ToString())</value>"
                        + "</set-header>";
        for (int size : new int[] {LIMIT, LIMIT + 1, 100_000}) {
            TestGateway gateway = inbound(content("ignore") + reader);
            sent(gateway, order(size, true), 150);
            assertThat(gateway.backends().only().header("X-Length")).isEqualTo(Integer.toString(size));
            assertThat(gateway.backends().only().body().text()).hasSize(size);
        }
        TestGateway gateway = inbound(content("ignore") + reader);
        StreamingBody tooMuch = new StreamingBody();
        TestCall call = send(gateway, tooMuch);
        tooMuch.send("x".repeat(2 * 1024 * 1024 + 1));
        assertThat(call.status()).isEqualTo(413);
        assertThat(tooMuch.isCancelled()).isTrue();
    }

    @Test
    void aSizeThatTakesTimeToFindOutCountsToo() {
        String limit = "@(Enumerable.Range(0, 200).Count())";
        TestGateway gateway = inbound(content("prevent", limit));

        sent(gateway, order(LIMIT, true), 50);
        assertThat(gateway.backends().only().body().text()).hasSize(LIMIT);
        StreamingBody large = new StreamingBody();
        TestCall call = send(gateway, large);
        large.send(order(LIMIT + 1, true));
        assertThat(call.status()).isEqualTo(400);
    }

    @Test
    void compressedBodiesAreValidatedAsTheyAreWithoutIt() throws IOException {
        TestGateway gateway = inbound(content("ignore"));

        assertThat(send(gateway, gzip(order(LIMIT, true)), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.backends().only().body().text()).isEqualTo(order(LIMIT, true));
        assertThat(gateway.backends().only().header("Content-Encoding")).isEmpty();
        assertThat(send(gateway, gzip(order(LIMIT, false)), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void compressedBodiesThatAreLargerWithoutItGoOnAsTheyCame() throws IOException {
        Body packed = gzip(order(1_000_000, false));
        TestGateway gateway = inbound(content("detect", "5000") + REPORTED);

        send(gateway, packed, "Content-Encoding", "gzip");

        assertThat(gateway.backends().only().header("X-Rule")).isEqualTo("SizeLimit");
        assertThat(gateway.backends().only().header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gateway.backends().only().body().bytes()).hasSize((int) packed.length());
        assertThat(send(inbound(content("prevent", "5000")), packed, "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(400);
    }

    private static Body gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return Body.of(bytes.toByteArray());
    }

    @Test
    void whatCannotBeDecodedIsRefusedWhateverTheActions() {
        TestCall call = send(inbound(content("ignore")), Body.of("{\"id\":1}"), "Content-Encoding", "br");

        assertThat(call.status()).isEqualTo(415);
        assertThat(call.text()).contains("content coding 'br' is not understood");
    }

    @Test
    void policiesSideBySideShareTheBody() {
        String validating = "<choose><when condition=\"@(true)\">" + content("ignore") + "</when></choose>";
        String reading =
                "<choose><when condition=\"@(true)\"><set-variable name=\"n\" value=\"@(context.Request.Body.As<string>(true).Length)\"/></when></choose>";
        TestGateway gateway = inbound("<wait for=\"all\">" + validating + reading + "</wait>");
        StreamingBody body = new StreamingBody();
        TestCall call = send(gateway, body);

        body.send(order(LIMIT + 1, false)).complete();

        assertThat(call.status()).isEqualTo(200);
        assertThat(gateway.backends().only().body().text()).hasSize(LIMIT + 1);
    }
}
