package dev.apim.core.policies.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.StreamBody;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts replaced in bodies, and bodies wrapped. */
class ContentTest {
    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    @Test
    void everyOccurrenceOfATextIsReplacedToTheLetter() {
        bench.body = Body.of("a.b a.b axb");
        bench.inbound("<find-and-replace from='a.b' to='$0'/>");
        assertThat(FakeBackend.text(backend.request())).isEqualTo("$0 $0 axb");
    }

    @Test
    void aTextIsReplacedInAResponseThatStreams() {
        backend.answers(200, StreamBody.of("one", "two"), "Content-Length", "6");
        HttpResponse response = bench.outbound("<find-and-replace from='netw' to='3'/>");
        assertThat(PolicyBench.text(response.body())).isEqualTo("o3o");
        assertThat(response.headers().contains("Content-Length")).isFalse();
    }

    @Test
    void theCharsetOfTheBodyIsKept() {
        backend.answers(
                200,
                Body.of("Gr\u00FC\u00DFe".getBytes(StandardCharsets.ISO_8859_1)),
                "Content-Type",
                "text/plain; charset=iso-8859-1");
        HttpResponse response = bench.outbound("<find-and-replace from='\u00DF' to='\u00E4'/>");
        assertThat(PolicyBench.bytes(response.body()))
                .isEqualTo("Gr\u00FC\u00E4e".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aMessageWithoutABodyIsLeftAlone() {
        bench.inbound("<find-and-replace from='a' to='b'/>");
        assertThat(backend.request().body().length()).isZero();
    }

    @Test
    void aReplacementThatExplodesFailsTheRequest() {
        backend.answers(200, Body.of("a".repeat(20_000)));
        bench.let("@(long)", e -> "x".repeat(10_000));
        HttpResponse response = bench.outbound("<find-and-replace from='a' to='@(long)'/>");
        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().reason()).isEqualTo("BodyTooLarge");
    }

    @Test
    void anExpressionThatLooksForNothingFailsTheRequest() {
        bench.body = Body.of("a");
        bench.let("@(nothing)", e -> null);
        assertThat(bench.inbound("<find-and-replace from='@(nothing)' to='b'/>").status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "https://backend.test/base/a, https://gateway.test/shop/a",
        "https://backend.test:443/base/a, https://gateway.test/shop/a",
        "'<a href=\"https://backend.test/base\">', '<a href=\"https://gateway.test/shop\">'",
        "https://backend.test/basement, https://backend.test/basement",
        "'See https://backend.test/base. Or https://backend.test/base: it is there', 'See https://gateway.test/shop. Or https://gateway.test/shop: it is there'",
        "https://backend.test.evil.test/base, https://backend.test.evil.test/base",
        "http://backend.test/base/a, http://backend.test/base/a"
    })
    void theBackendsUrlBecomesTheGateways(String sent, String got) {
        backend.answers(200, Body.of(sent), "Location", "https://backend.test/base/a");
        HttpResponse response = bench.outbound("<redirect-content-urls/>");
        assertThat(PolicyBench.text(response.body())).isEqualTo(got);
        assertThat(response.headers().get("Location")).isEqualTo("https://backend.test/base/a");
    }

    @Test
    void theGatewaysUrlBecomesTheBackendsInARequest() {
        bench.body = Body.of("see https://gateway.test/shop/orders/2, not https://gateway.test/shops");
        bench.inbound("<redirect-content-urls/>");
        assertThat(FakeBackend.text(backend.request()))
                .isEqualTo("see https://backend.test/base/orders/2, not https://gateway.test/shops");
    }

    @Test
    void aResponseIsWrappedInTheCallTheClientNames() {
        bench.target = "/shop/orders/1?cb=jQuery_1$";
        backend.answers(200, Body.of("{\"a\":\"\u2028\"}"), "Content-Type", "application/json");
        HttpResponse response = bench.outbound("<jsonp callback-parameter-name='cb'/>");
        assertThat(PolicyBench.text(response.body())).isEqualTo("jQuery_1$({\"a\":\"\\u2028\"});");
        assertThat(response.headers().get("Content-Type")).startsWith("application/javascript");
        assertThat(response.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void withoutACallbackTheResponseStaysAsItIs() {
        backend.answers(200, Body.of("{}"), "Content-Type", "application/json");
        HttpResponse response = bench.outbound("<jsonp callback-parameter-name='cb'/>");
        assertThat(PolicyBench.text(response.body())).isEqualTo("{}");
        assertThat(response.headers().get("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a.b", "a(b)", "delete", "alert(1)//", "%3Cscript%3E", "a%0Ab"})
    void aCallbackThatIsNoIdentifierIsA400(String callback) {
        bench.target = "/shop/orders/1?cb=" + callback;
        backend.answers(200, Body.of("{}"));
        HttpResponse response = bench.outbound("<jsonp callback-parameter-name='cb'/>");
        assertThat(response.status()).isEqualTo(400);
        assertThat(PolicyBench.text(response.body()))
                .contains("Value of callback parameter cb is not a valid JavaScript identifier.");
        assertThat(bench.lastError().reason()).isEqualTo("CallbackParameterInvalid");
    }
}
