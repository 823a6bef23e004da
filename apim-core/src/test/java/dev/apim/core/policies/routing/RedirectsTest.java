package dev.apim.core.policies.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.StreamBody;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    private HttpResponse follow() {
        return bench.backend("<forward-request follow-redirects='true' buffer-request-body='true'/>");
    }

    private void redirects(int status, String location) {
        backend.answers(status, Body.empty(), "Location", location);
    }

    @Test
    void redirectsGoToTheCallerUnlessTheyAreFollowed() {
        redirects(302, "/elsewhere");

        HttpResponse response = bench.backend("<forward-request/>");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.headers().get("Location")).isEqualTo("/elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, POST, GET",
        "303, PUT, GET",
        "303, HEAD, HEAD",
        "301, PUT, PUT",
        "302, DELETE, DELETE",
        "307, POST, POST",
        "308, POST, POST",
        "302, GET, GET"
    })
    void theMethodChangesAsBrowsersChangeIt(int status, String method, String next) {
        bench.method = method;
        bench.headers.add("Content-Type", "text/plain");
        bench.body = Body.of("text");
        redirects(status, "/next?x=1");

        assertThat(follow().status()).isEqualTo(200);

        BackendRequest second = backend.requests().get(1);
        boolean same = method.equals(next);
        assertThat(second.method()).isEqualTo(next);
        assertThat(second.url().toString()).isEqualTo("https://backend.test/next?x=1");
        assertThat(FakeBackend.text(second)).isEqualTo(same ? "text" : "");
        assertThat(second.headers().contains("Content-Type")).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305, 399, 200})
    void otherStatusesAreNoRedirects(int status) {
        redirects(status, "/next");

        assertThat(follow().status()).isEqualTo(status);
    }

    @Test
    void aRedirectWithoutALocationGoesToTheCaller() {
        backend.answers(302, Body.empty());

        assertThat(follow().status()).isEqualTo(302);
    }

    @Test
    void threeAreFollowedAndAFourthFails() {
        StreamBody fourth = StreamBody.of("x");
        redirects(302, "/1");
        redirects(302, "/2");
        redirects(302, "/3");
        backend.answers(302, fourth, "Location", "/4");

        HttpResponse response = follow();

        assertThat(response.status()).isEqualTo(500);
        assertThat(backend.requests()).hasSize(4);
        assertThat(fourth.isCancelled()).isTrue();
        assertThat(bench.lastError().reason()).isEqualTo("BackendConnectionFailure");
    }

    @Test
    void anotherHostGetsNoCredentialsAndMustBePublic() {
        bench.headers
                .add("Authorization", "Bearer t")
                .add("Cookie", "c=1")
                .add("Shop-Key", "k")
                .add("Ocp-Apim-Subscription-Key", "k")
                .add("X-Api-Key", "k")
                .add("Accept", "text/plain");
        redirects(302, "https://other.test/a");
        redirects(302, "https://backend.test/back");

        bench.inbound("<set-header name='Host'><value>virtual.test</value></set-header>");
        assertThat(backend.requests()).hasSize(1);

        PolicyBench again = new PolicyBench();
        bench.headers.remove("Host");
        for (int i = 0; i < bench.headers.size(); i++) {
            again.headers.add(bench.headers.nameAt(i), bench.headers.valueAt(i));
        }
        again.backend.answers(302, Body.empty(), "Location", "https://other.test/a");
        again.backend.answers(302, Body.empty(), "Location", "https://backend.test/back");
        again.run("<policies><inbound><set-header name='Host'><value>virtual.test</value></set-header></inbound>"
                + "<backend><forward-request follow-redirects='true'/></backend></policies>");

        for (BackendRequest later : again.backend.requests().subList(1, 3)) {
            assertThat(later.headers().names())
                    .doesNotContain(
                            "Authorization", "Cookie", "Shop-Key", "Ocp-Apim-Subscription-Key", "X-Api-Key", "Host")
                    .contains("Accept");
            assertThat(later.options().addresses()).isEqualTo(AddressRule.PUBLIC);
            assertThat(later.options().clientCertificate()).isNull();
        }
        assertThat(again.backend.requests().get(0).headers().get("Host")).isEqualTo("virtual.test");
    }

    @Test
    void theSameOriginKeepsCredentialsAndRule() {
        bench.headers.add("Authorization", "Bearer t");
        redirects(307, "https://BACKEND.test:443/a");

        follow();

        assertThat(backend.requests().get(1).headers().get("Authorization")).isEqualTo("Bearer t");
        assertThat(backend.requests().get(1).options().addresses()).isEqualTo(AddressRule.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://backend.test:8443/a", "https://sub.backend.test/a", "//other.test/a"})
    void anotherPortOrHostIsAnotherOrigin(String location) {
        bench.headers.add("Authorization", "Bearer t");
        redirects(302, location);

        follow();

        assertThat(backend.requests().get(1).headers().contains("Authorization"))
                .isFalse();
    }

    @Test
    void fromHttpsToHttpNobodyFollows() {
        redirects(302, "http://backend.test/a");

        assertThat(follow().status()).isEqualTo(302);
        assertThat(backend.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "gopher://x/", "https://user:pw@other.test/", "http:", "https://", "::"})
    void aLocationThatIsNoUsableUrlIsABadGateway(String location) {
        redirects(302, location);

        assertThat(follow().status()).isEqualTo(502);
        assertThat(backend.requests()).hasSize(1);
    }

    @Test
    void aStreamedBodyCannotFollow() {
        bench.method = "PUT";
        bench.body = StreamBody.of("once");
        redirects(307, "/a");

        HttpResponse response = bench.backend("<forward-request follow-redirects='true'/>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().reason()).isEqualTo("RequestBodyNotAvailable");
    }
}
