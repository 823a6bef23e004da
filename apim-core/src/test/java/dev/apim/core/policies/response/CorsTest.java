package dev.apim.core.policies.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.PolicyBench;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.policy.Scope;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsTest {
    private final PolicyBench bench = new PolicyBench();

    private static String cors(String attributes, String origin, String more) {
        return "<cors " + attributes + "><allowed-origins><origin>" + origin + "</origin></allowed-origins>" + more
                + "<allowed-headers><header>X-A</header><header>X-B</header></allowed-headers>"
                + "<expose-headers><header>X-Out</header><header>X-More</header></expose-headers></cors>";
    }

    private static String document(String policies) {
        return "<policies><inbound>" + policies + "<base/></inbound><backend><forward-request/></backend></policies>";
    }

    private Optional<HttpResponse> ask(String document, String origin, String method, String headers) {
        bench.method = "OPTIONS";
        bench.headers.add("Origin", origin).add("Access-Control-Request-Method", method);
        if (!headers.isEmpty()) {
            bench.headers.add("Access-Control-Request-Headers", headers);
        }
        return bench.preflight(document);
    }

    @Test
    void aPreflightThatMatchesIsToldEverything() {
        HttpResponse answer = ask(
                        document(cors(
                                "allow-credentials='true'",
                                "https://app.test",
                                "<allowed-methods preflight-result-max-age='300'><method>PUT</method><method>GET</method>"
                                        + "</allowed-methods>")),
                        "https://app.test",
                        "PUT",
                        "x-a, X-B")
                .orElseThrow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .isEqualTo(Headers.of(
                        "Access-Control-Allow-Origin", "https://app.test",
                        "Vary", "Origin",
                        "Access-Control-Allow-Credentials", "true",
                        "Access-Control-Allow-Methods", "PUT,GET",
                        "Access-Control-Allow-Headers", "X-A,X-B",
                        "Access-Control-Max-Age", "300"));
        assertThat(bench.backend.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // origin allowed, asked, method asked, headers asked, terminate, granted
        "https://app.test, https://app.test, GET, '', true, true",
        "https://app.test, https://app.test, POST, X-A, true, true",
        "https://app.test, https://app.test, PUT, '', true, false",
        "https://app.test, https://app.test, PUT, '', false, false",
        "https://app.test, https://app.test, GET, X-C, true, false",
        "https://app.test, https://app.test, GET, X-C, false, false",
        "https://app.test, https://evil.test, GET, '', true, false",
        "https://app.test, https://evil.test, GET, '', false, false",
        "https://app.test, http://app.test, GET, '', true, false",
        "https://app.test, https://app.test.evil, GET, '', true, false",
        "https://app.test, https://app.test:8443, GET, '', true, false",
        "https://app.test, null, GET, '', true, false",
        "https://app.test:443/, https://APP.test, GET, '', true, true",
        "https://app.test/, https://app.test:443, GET, '', true, true",
        "http://app.test:80, http://app.test, GET, '', true, true",
        "http://app.test:443, http://app.test, GET, '', true, false",
        "*, https://any.test, GET, '', true, true",
    })
    void aPreflightMatchesByOriginMethodAndHeaders(
            String allowed, String origin, String method, String headers, String terminate, boolean granted) {
        HttpResponse found = ask(
                        document(cors("terminate-unmatched-request='" + terminate + "'", allowed, "")),
                        origin,
                        method,
                        headers)
                .orElseThrow();

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().length()).isZero();
        assertThat(found.headers().contains("Access-Control-Allow-Origin")).isEqualTo(granted);
        assertThat(found.headers().isEmpty()).isEqualTo(!granted);
    }

    @Test
    void aPreflightIsNotAnsweredWhereNoPolicyIsInForce() {
        assertThat(ask(document("<set-variable name='a' value='b' />"), "https://app.test", "GET", ""))
                .isEmpty();
    }

    @Test
    void aBackendThatVariesByOriginAlreadyIsNotToldTwice() {
        bench.backend.answers(200, Body.empty(), "Vary", "Accept, origin");
        bench.headers.add("Origin", "https://app.test");

        HttpResponse answer = bench.inbound(cors("", "https://app.test", ""));

        assertThat(answer.headers().all("Vary")).containsExactly("Accept, origin");
    }

    @ParameterizedTest
    @CsvSource({"false, *", "true, https://any.test"})
    void aWildcardIsEchoedOnlyWithCredentials(String credentials, String shown) {
        HttpResponse answer = ask(
                        document(cors("allow-credentials='" + credentials + "'", "*", "")),
                        "https://any.test",
                        "GET",
                        "")
                .orElseThrow();

        assertThat(answer.headers().get("Access-Control-Allow-Origin")).isEqualTo(shown);
        assertThat(answer.headers().contains("Vary")).isEqualTo(!shown.equals("*"));
        assertThat(answer.headers().get("Access-Control-Max-Age")).isEqualTo("0");
    }

    @Test
    void wildcardsForMethodsAndHeadersGiveWhatIsAskedFor() {
        HttpResponse answer = ask(
                        document(
                                "<cors><allowed-origins><origin>*</origin></allowed-origins><allowed-methods><method>*"
                                        + "</method></allowed-methods><allowed-headers><header>*</header></allowed-headers></cors>"),
                        "https://any.test",
                        "PURGE",
                        "X-Any, X-Other")
                .orElseThrow();

        assertThat(answer.headers().get("Access-Control-Allow-Methods")).isEqualTo("PURGE");
        assertThat(answer.headers().get("Access-Control-Allow-Headers")).isEqualTo("X-Any, X-Other");
    }

    @Test
    void aPolicyThatDoesNotTerminateLeavesThePreflightToTheNext() {
        bench.method = "OPTIONS";
        bench.headers.add("Origin", "https://second.test").add("Access-Control-Request-Method", "GET");

        HttpResponse answer = bench.preflight(
                        document(cors("terminate-unmatched-request='false'", "https://first.test", "")),
                        document(cors("", "https://second.test", "")))
                .orElseThrow();

        assertThat(answer.headers().get("Access-Control-Allow-Origin")).isEqualTo("https://second.test");
    }

    @ParameterizedTest
    @CsvSource({
        // method, origin, terminate, reaches the backend, granted
        "GET, https://app.test, true, true, true",
        "POST, https://app.test, true, true, true",
        "GET, https://evil.test, true, false, false",
        "HEAD, https://evil.test, true, false, false",
        "POST, https://evil.test, true, true, false",
        "DELETE, https://evil.test, true, true, false",
        "GET, https://evil.test, false, true, false",
        "GET, '', true, true, false",
    })
    void anActualRequestIsGrantedByItsOrigin(
            String method, String origin, String terminate, boolean forwarded, boolean granted) {
        bench.method = method;
        if (!origin.isEmpty()) {
            bench.headers.add("Origin", origin);
        }
        bench.backend.answers(201, Body.empty(), "Access-Control-Allow-Origin", "https://backend.says");

        HttpResponse response =
                bench.inbound(cors("terminate-unmatched-request='" + terminate + "'", "https://app.test", ""));

        assertThat(bench.backend.requests()).hasSize(forwarded ? 1 : 0);
        assertThat(response.status()).isEqualTo(forwarded ? 201 : 200);
        assertThat(response.headers().get("Access-Control-Allow-Origin"))
                .isEqualTo(granted ? origin : forwarded ? "https://backend.says" : null);
        assertThat(response.headers().get("Access-Control-Expose-Headers")).isEqualTo(granted ? "X-Out,X-More" : null);
    }

    @Test
    void errorsAreReadableForTheScriptToo() {
        bench.headers.add("Origin", "https://app.test");

        HttpResponse response = bench.inbound(
                cors("allow-credentials='true'", "https://app.test", "") + "<set-body template='liquid'>x</set-body>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().get("Access-Control-Allow-Origin")).isEqualTo("https://app.test");
        assertThat(response.headers().get("Access-Control-Allow-Credentials")).isEqualTo("true");
    }

    @Test
    void ofSeveralTheFirstThatMatchesSpeaks() {
        bench.headers.add("Origin", "https://app.test");
        bench.start(
                document(cors("", "https://app.test", "")),
                "<policies><inbound>" + cors("allow-credentials='true'", "*", "") + "</inbound></policies>");

        assertThat(bench.answered(null).headers().contains("Access-Control-Allow-Credentials"))
                .isFalse();
    }

    @Test
    void originsMayBeComputed() {
        bench.let("@(o)", e -> "https://made.test");
        bench.headers.add("Origin", "https://made.test");

        assertThat(bench.inbound(cors("", "@(o)", "")).headers().get("Access-Control-Allow-Origin"))
                .isEqualTo("https://made.test");
    }

    @Test
    void aMissingListIsReported() {
        bench.compile(document("<cors><allowed-origins><origin>*</origin></allowed-origins></cors>"), Scope.API);
        assertThat(bench.messages()).singleElement().asString().contains("lacks <allowed-headers>");

        PolicyBench other = new PolicyBench();
        other.compile(document("<cors><allowed-headers/></cors>"), Scope.API);
        assertThat(other.messages()).anyMatch(m -> m.contains("<allowed-origins>"));
    }
}
