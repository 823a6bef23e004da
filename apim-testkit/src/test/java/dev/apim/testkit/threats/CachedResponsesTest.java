package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Threat row 63, through the whole gateway: which responses {@code cache-store} keeps, and for whom {@code cache-lookup} answers.
 *
 * <p>The backend says in its body which request it answers, so that a response of another shows.
 */
class CachedResponsesTest {
    private static final String ANN = "Authorization: Bearer ann";
    private static final String BOB = "Authorization: Bearer bob";

    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    /** The columns: whether private responses are allowed; fields of the first request, of its response, of the second request. */
    @ParameterizedTest(name = "[{index}] allowed {0}: {1} | {2} | {3}: from the cache {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Nothing in the way.
                "false | - | - | - | true",
                "false | - | Cache-Control: public, max-age=5 | - | true",
                "false | - | Cache-Control: max-age=0 | - | true",
                "false | - | Cache-Control: no-cache | - | true",
                "false | Cookie: id=1 | - | Cookie: id=1 | true",
                // Authorization: neither stored nor answered, unless allowed, and then for the same caller.
                "false | " + ANN + " | - | " + ANN + " | false",
                "false | " + ANN + " | - | - | false",
                "false | - | - | " + ANN + " | false",
                "false | " + ANN + " | Cache-Control: public | " + ANN + " | false",
                "true | " + ANN + " | - | " + ANN + " | true",
                "true | " + ANN + " | - | " + BOB + " | false",
                "true | " + ANN + " | - | - | false",
                "true | - | - | " + ANN + " | false",
                "true | " + ANN + " | Cache-Control: private | " + ANN + " | true",
                "true | " + ANN + " | Cache-Control: private | " + BOB + " | false",
                "true | " + ANN + " | Cache-Control: no-store | " + ANN + " | false",
                "true | " + ANN + " | Set-Cookie: id=1 | " + ANN + " | false",
                "true | " + ANN + " | Vary: * | " + ANN + " | false",
                // What the backend says is for one, or for nobody to keep.
                "false | - | Set-Cookie: id=1 | - | false",
                "true | - | Set-Cookie: id=1 | - | false",
                "false | - | Cache-Control: private | - | false",
                "false | - | Cache-Control: Private, max-age=60 | - | false",
                "true | - | Cache-Control: private | - | false",
                "false | - | Cache-Control: no-store | - | false",
                "false | - | Cache-Control: max-age=60, no-store | - | false",
                "false | - | Vary: * | - | false",
                "false | - | Vary: Accept, * | - | false",
                // The client may ask that nothing is kept.
                "false | Cache-Control: no-store | - | - | false",
                // Vary tells variants apart, absent from present too.
                "false | Accept: a | Vary: Accept | Accept: a | true",
                "false | Accept: a | Vary: accept | Accept: a | true",
                "false | Accept: a | Vary: Accept | Accept: b | false",
                "false | Accept: a | Vary: Accept | - | false",
                "false | - | Vary: Accept | Accept: a | false",
                "false | - | Vary: Accept | - | true",
                "false | Cookie: id=1 | Vary: Cookie | Cookie: id=2 | false",
                "false | Accept: a; X-B: 1 | Vary: Accept, X-B | Accept: a; X-B: 1 | true",
                "false | Accept: a; X-B: 1 | Vary: Accept, X-B | Accept: a; X-B: 2 | false",
                "false | Accept: a; X-B: 1 | Vary: Accept; Vary: X-B | Accept: a; X-B: 2 | false",
                "false | Accept: a; X-C: 1 | Vary: Accept, X-B | Accept: a; X-C: 2 | true",
            })
    void theSecondRequestIsAnsweredFromTheCache(
            boolean allowed,
            @Nullable String first,
            @Nullable String response,
            @Nullable String second,
            boolean cached) {
        TestGateway gateway = start(lookup("allow-private-response-caching=\"" + allowed + "\""), fields(response));

        assertThat(gateway.get("/a/x", array(fields(first))).text()).isEqualTo("answer 1");
        TestCall again = gateway.get("/a/x", array(fields(second)));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(cached ? "answer 1" : "answer 2");
        assertThat(gateway.backends().received()).hasSize(cached ? 1 : 2);
    }

    @Test
    void eachVariantIsKeptBesideTheOthersUntilItsTimeIsUp() {
        TestGateway gateway = start(lookup(""), List.of("Vary", "Accept-Language"));
        List<String> texts = new ArrayList<>();
        for (String language : List.of("de", "en", "de", "en", "fr", "de")) {
            texts.add(gateway.get("/a/x", "Accept-Language", language).text());
        }
        assertThat(texts).containsExactly("answer 1", "answer 2", "answer 1", "answer 2", "answer 3", "answer 1");

        gateway.time().advance(Duration.ofSeconds(61));
        assertThat(gateway.get("/a/x", "Accept-Language", "de").text()).isEqualTo("answer 4");
    }

    @Test
    void aResponseThatVariesByMoreFromNowOnIsNotAnsweredByWhatWasKeptBefore() {
        TestGateway gateway = start(lookup(""), List.of("Vary", "Accept"));
        gateway.get("/a/x", "Accept", "a", "X-Tenant", "1");
        gateway.time().advance(Duration.ofSeconds(61));
        answering(gateway, List.of("Vary", "Accept, X-Tenant"), 1);

        assertThat(gateway.get("/a/x", "Accept", "a", "X-Tenant", "1").text()).isEqualTo("answer 2");
        assertThat(gateway.get("/a/x", "Accept", "a", "X-Tenant", "2").text()).isEqualTo("answer 3");
        assertThat(gateway.get("/a/x", "Accept", "a", "X-Tenant", "1").text()).isEqualTo("answer 2");
    }

    @Test
    void aFieldThatTheAuthorNamesTellsResponsesApartWithoutVary() {
        TestGateway gateway = start(
                "<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\">"
                        + "<vary-by-header>X-Tenant</vary-by-header></cache-lookup>",
                List.of());
        List<String> texts = new ArrayList<>();
        for (String tenant : List.of("1", "2", "1")) {
            texts.add(gateway.get("/a/x", "X-Tenant", tenant).text());
        }
        assertThat(texts).containsExactly("answer 1", "answer 2", "answer 1");
    }

    @Test
    void aCookieThatAPolicySetsBeforeTheStoreKeepsTheResponseOutAndAfterItIsEachClientsOwn() {
        String cookie = "<set-header name=\"Set-Cookie\"><value>id=1</value></set-header>";
        String store = "<cache-store duration=\"60\"/>";
        TestGateway before = start(lookup(""), cookie + store, List.of());
        before.get("/a/x");
        assertThat(before.get("/a/x").text()).isEqualTo("answer 2");

        TestGateway after = start(lookup(""), store + cookie, List.of());
        after.get("/a/x");
        TestCall hit = after.get("/a/x");
        assertThat(hit.text()).isEqualTo("answer 1");
        assertThat(hit.headers().all("Set-Cookie")).containsExactly("id=1");
    }

    @Test
    void anAuthorizationThatAPolicyAddsForTheBackendAfterTheLookupIsNobodysOwn() {
        String add = "<set-header name=\"Authorization\"><value>Basic gateway</value></set-header>";
        TestGateway gateway = start(lookup("") + add, List.of());
        gateway.get("/a/x");
        assertThat(gateway.get("/a/x").text()).isEqualTo("answer 1");
        assertThat(gateway.backends().only().header("Authorization")).isEqualTo("Basic gateway");
    }

    private static String lookup(String more) {
        return "<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\" " + more + "/>";
    }

    private TestGateway start(String inbound, List<String> response) {
        return start(inbound, "<cache-store duration=\"60\"/>", response);
    }

    private TestGateway start(String inbound, String outbound, List<String> response) {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .api("a", "a", "GET /x")
                .policy(
                        "/apis/a",
                        "<policies><inbound><base/>" + inbound + "</inbound><outbound><base/>" + outbound
                                + "</outbound></policies>")
                .start());
        answering(gateway, response, 0);
        return gateway;
    }

    private static void answering(TestGateway gateway, List<String> fields, int before) {
        int[] count = {before};
        gateway.backends().when("backend", request -> {
            count[0]++;
            return new HttpResponse(200, "", Headers.of(array(fields)), Body.of("answer " + count[0]));
        });
    }

    /** Names and values in turn, of {@code name: value; name: value}. */
    private static List<String> fields(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("; "))
                        .flatMap(field -> Stream.of(field.split(": ", 2)))
                        .toList();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
