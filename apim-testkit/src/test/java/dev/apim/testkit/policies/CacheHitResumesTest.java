package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins the exact place where a hit of cache-lookup goes on: right after the outermost statement that holds the first cache-store. */
class CacheHitResumesTest {
    private static final String STORE = "<cache-store duration=\"60\"/>";

    /** Each letter leaves its mark on the response. */
    private static String document(String sections) {
        StringBuilder text = new StringBuilder();
        for (char c : sections.toCharArray()) {
            text.append(
                    switch (c) {
                        case 'S' -> STORE;
                        case 'B' -> "<base/>";
                        case 'F' -> "<include-fragment fragment-id=\"f\"/>";
                        case '(' -> "<choose><when condition=\"@(true)\">";
                        case ')' -> "</when></choose>";
                        case '[' -> "<retry condition=\"@(false)\" count=\"1\" interval=\"0\">";
                        case ']' -> "</retry>";
                        default ->
                            "<set-header name=\"Way\" exists-action=\"append\"><value>" + c + "</value></set-header>";
                    });
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // outbound of the API, outbound of the service, what the first response passed, what the hit passes after what
        // is stored
        "aSb,       x,     ab,    ab", // a is baked in: the stored response has it already
        "a(pSq)b,   x,     apqb,  apb", // q stands in the same statement as the store
        "a([pS]q)b, x,     apqb,  apb",
        "aSb(S)c,   x,     abc,   abc", // the first store counts
        "aBb,       xSy,   axyb,  axyb", // behind the store of the broader scope, then on in the narrower
        "aBb,       x(S)y, axyb,  axyb",
        "aFb,       x,     afgb,  afgb" // a fragment is in its place: behind the store in it
    })
    void aHitGoesOnRightBehindTheStatementThatHoldsTheFirstStore(String api, String service, String miss, String hit) {
        TestGateway gateway = TestGateway.create()
                .api("a", "a", "GET /")
                .fragment("f", "<fragment>" + document("fSg") + "</fragment>")
                .policy(
                        "",
                        "<policies><inbound/><backend><forward-request/></backend><outbound>" + document(service)
                                + "</outbound></policies>")
                .policy(
                        "/apis/a",
                        "<policies><inbound><cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\"/>"
                                + "</inbound><outbound>" + document(api) + "</outbound></policies>")
                .start();
        gateway.backends().answer("backend.test", 200, "text/plain", "x");

        assertThat(way(gateway)).isEqualTo(miss);
        assertThat(way(gateway)).isEqualTo(hit);
        assertThat(gateway.backends().received()).hasSize(1);
    }

    private static String way(TestGateway gateway) {
        return String.join("", gateway.get("/a/").headers().all("Way")).replaceAll("[^a-z]", "");
    }
}
