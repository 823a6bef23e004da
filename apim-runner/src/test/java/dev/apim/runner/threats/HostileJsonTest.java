package dev.apim.runner.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat 40: JSON of callers and of backends, through every policy that reads it. */
class HostileJsonTest {
    static List<HostileReader> parsers() {
        return Readers.json();
    }

    static Stream<HostileReader> lookers() {
        return Stream.concat(Readers.lookers().stream(), Stream.of(Readers.findAndReplace()));
    }

    @Test
    void theListsAreLong() {
        assertThat(HostileJson.sound()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(95);
        assertThat(HostileJson.unsound()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(188);
    }

    @ParameterizedTest
    @DisplayName("row 40: what the grammar allows passes, but for characters that XML cannot hold")
    @MethodSource("parsers")
    void whatTheGrammarAllowsIsRead(HostileReader reader) {
        TestGateway inbound = reader.gateway("inbound");
        TestGateway outbound = reader.gateway("outbound");
        boolean toXml = reader.name().startsWith("json-to-xml") || reader.name().startsWith("xsl");
        for (String text : HostileJson.sound()) {
            boolean cannotBe = toXml && (text.contains("\\b") || text.contains("\\u0000"));
            assertThat(reader.ask(inbound, Body.of(text)).status()).as(text).isEqualTo(cannotBe ? 400 : 200);
            assertThat(reader.answered(outbound, Body.of(text)).status())
                    .as(text)
                    .isEqualTo(cannotBe ? 502 : 200);
        }
    }

    @ParameterizedTest
    @DisplayName("row 40: what the grammar forbids or the limits do is the caller's fault, 400, or the backend's, 502")
    @MethodSource("parsers")
    void whatTheGrammarForbidsIsRefused(HostileReader reader) {
        TestGateway inbound = reader.gateway("inbound");
        TestGateway outbound = reader.gateway("outbound");
        for (String text : hostile()) {
            TestCall asked = reader.ask(inbound, Body.of(text));
            assertThat(asked.status()).as(text).isEqualTo(400);
            assertThat(asked.text()).doesNotContain("Exception", "1111");
            assertThat(reader.answered(outbound, Body.of(text)).status())
                    .as(text)
                    .isEqualTo(502);
        }
        assertThat(inbound.backends().received()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("row 40: who only looks for something in JSON lets through what is none, byte for byte")
    @MethodSource("lookers")
    void whatIsOnlyLookedIntoPassesUntouched(HostileReader reader) {
        TestGateway inbound = reader.gateway("inbound");
        TestGateway outbound = reader.gateway("outbound");
        for (String text :
                Stream.concat(hostile().stream(), HostileJson.sound().stream()).toList()) {
            TestCall asked = reader.ask(inbound, Body.of(text));
            assertThat(asked.status()).as(text).isEqualTo(200);
            assertThat(reader.answered(outbound, Body.of(text)).body().bytes())
                    .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(inbound.backends().received())
                .hasSize(hostile().size() + HostileJson.sound().size());
    }

    @ParameterizedTest
    @DisplayName("row 40: sixteen thousand names of one hash are read or refused, and take no time by their square")
    @MethodSource({"parsers", "lookers"})
    void namesOfOneHashAreReadOrRefused(HostileReader reader) {
        String object = HostileJson.collisions();

        assertThat(reader.ask(reader.gateway("inbound"), Body.of(object)).status())
                .isIn(200, 400);
        assertThat(reader.answered(reader.gateway("outbound"), Body.of(object)).status())
                .isIn(200, 502);
    }

    @Test
    @DisplayName("row 40: half a character of UTF-16 never breaks a policy")
    void halfACharacterBreaksNothing() {
        for (HostileReader reader : Stream.concat(parsers().stream(), lookers()).toList()) {
            for (String text : List.of("{\"a\":\"\\uD800\"}", "{\"a\":\"\\uDC00\\uD800\"}", "{\"\\uDFFF\":1}")) {
                assertThat(reader.ask(reader.gateway("inbound"), Body.of(text)).status())
                        .isIn(200, 400);
                assertThat(reader.answered(reader.gateway("outbound"), Body.of(text))
                                .status())
                        .isIn(200, 502);
            }
        }
    }

    @Test
    @DisplayName("row 40: a GraphQL request that is no JSON, or hostile JSON, is a 400 that no resolver sees")
    void graphQlRequestsAreHeldToTheSame() {
        TestGateway gateway = graphQl();
        for (String text : hostile()) {
            TestCall call = gateway.post("/shop", text, "Content-Type", "application/json");
            assertThat(call.status()).as(text).isIn(400, 413);
        }
        for (String text : HostileJson.sound()) {
            assertThat(gateway.post("/shop", text, "Content-Type", "application/json")
                            .status())
                    .as(text)
                    .isIn(200, 400);
        }
        assertThat(gateway.backends().received()).isEmpty();
        String query = "{\"query\":\"{a}\",\"variables\":" + HostileJson.collisions() + "}";
        assertThat(gateway.post("/shop", query, "Content-Type", "application/json")
                        .status())
                .isIn(200, 400);
    }

    private static TestGateway graphQl() {
        return TestGateway.create()
                .put(
                        "/apis/shop",
                        "{\"displayName\":\"Shop\",\"path\":\"shop\",\"type\":\"graphql\",\"subscriptionRequired\":false}")
                .put(
                        "/apis/shop/schemas/graphql",
                        "{\"contentType\":\"application/vnd.ms-azure-apim.graphql.schema\","
                                + "\"document\":{\"value\":\"type Query { a: String }\"}}")
                .put("/apis/shop/resolvers/a", "{\"displayName\":\"a\",\"path\":\"Query/a\"}")
                .policy(
                        "/apis/shop/resolvers/a",
                        "<http-data-source><http-request><set-method>GET</set-method>"
                                + "<set-url>http://data.test/a</set-url></http-request></http-data-source>")
                .start();
    }

    private static List<String> hostile() {
        return Stream.concat(HostileJson.unsound().stream(), HostileJson.beyond().stream())
                .toList();
    }
}
