package dev.apim.core.expression.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.FakeExchange;
import dev.apim.core.expression.FakeResources;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.BodyUse;
import dev.apim.policy.ExpressionException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContextTypesTest {
    private static ContextMember member(ContextType type, String... path) {
        ContextType at = type;
        ContextMember member = null;
        for (String name : path) {
            member = Objects.requireNonNull(at.member(name), name);
            at = member.type();
        }
        return Objects.requireNonNull(member);
    }

    @Test
    void aBodyKnowsWhoseItIs() {
        ContextType context = ContextTypes.context();
        ContextType anyResponse = ContextTypes.named("IResponse").orElseThrow();
        assertThat(member(context, "Request", "Body", "As").bodyUse()).isEqualTo(BodyUse.REQUEST);
        assertThat(member(context, "Response", "Body", "As").bodyUse()).isEqualTo(BodyUse.RESPONSE);
        assertThat(member(anyResponse, "Body", "As").bodyUse()).isEqualTo(BodyUse.BOTH);
        assertThat(member(context, "Request", "Body").bodyUse()).isEqualTo(BodyUse.NONE);
    }

    @Test
    void readingABodyTakesItAwayUnlessItIsPreserved() {
        FakeExchange exchange = FakeExchange.post("http://a.example/", "application/json", "{\"a\":1}");
        ContextMember as = member(ContextTypes.context(), "Request", "Body", "As");
        Object body = Objects.requireNonNull(
                member(ContextTypes.context(), "Request", "Body").read(exchange.request(), exchange));
        assertThat(as.read(body, exchange, "string", true)).isEqualTo("{\"a\":1}");
        assertThat(as.read(body, exchange, "JObject")).hasToString("{\"a\":1}");
        assertThatThrownBy(() -> as.read(body, exchange, "string"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("The body was read before without preserving its content.");
    }

    @Test
    void aBodyOfOtherJsonIsNamed() {
        FakeExchange exchange = FakeExchange.post("http://a.example/", "application/json", "[1]");
        ReadableBody body =
                new ReadableBody(exchange.request().body(), exchange.request().headers());
        ContextMember as = member(ContextTypes.context(), "Request", "Body", "As");
        assertThatThrownBy(() -> as.read(body, exchange, "JObject", true))
                .hasMessage("The body is a JSON array, expected a JObject.");
        assertThatThrownBy(() -> as.read(body, exchange, "Stream", true)).hasMessageContaining("'Stream'");
    }

    @Test
    void anObjectMetAtRunTimeIsRecognized() {
        FakeExchange exchange = FakeExchange.get("http://a.example/").with(FakeResources.ALL);
        assertThat(ContextTypes.of(exchange)).hasToString("IProxyRequestContext");
        assertThat(ContextTypes.of(ResponseMessage.ok())).hasToString("IResponse");
        assertThat(ContextTypes.of(Objects.requireNonNull(exchange.api()))).hasToString("IContextApi");
        assertThat(ContextTypes.of(new Headers())).hasToString("IReadOnlyDictionary<string, string[]>");
        assertThat(ContextTypes.of("text")).isNull();
        assertThat(ContextTypes.of(Runtime.getRuntime())).isNull();
    }

    @Test
    void everyMemberOfEveryTypeLeadsToATypeWithANameOfCSharp() {
        for (ContextType type : ContextTypes.all()) {
            assertThat(type.members())
                    .allSatisfy(member -> assertThat(member.name()).matches("[A-Z][A-Za-z]*"))
                    .allSatisfy(member -> assertThat(member.type().name()).isNotBlank());
        }
    }

    @Test
    void aMemberShowsHowItIsWritten() {
        ContextType headers = ContextTypes.of(new Headers());
        assertThat(Objects.requireNonNull(headers).member("GetValueOrDefault"))
                .hasToString("GetValueOrDefault(string, string)");
        assertThat(headers.indexer()).hasToString("[string]");
        assertThat(headers.member("Count")).hasToString("Count");
    }
}
