package dev.apim.core.expression.csharp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
    @Test
    void aTokenWithAParentIsCopiedWhenItIsAddedElsewhere() {
        JObject object = JsonReading.parseObject("{'a':{'b':1}}");
        JArray array = new JArray();
        array.append(object.value("a"), Members.evaluation());
        assertThat(array.at(0)).isNotSameAs(object.value("a"));
        assertThat(JToken.deepEquals((JToken) array.at(0), object.value("a"))).isTrue();
    }

    @Test
    void aTokenWithoutAParentIsTakenAsItIs() {
        JArray array = new JArray();
        JObject object = new JObject();
        array.append(object, Members.evaluation());
        assertThat(array.at(0)).isSameAs(object);
        assertThat(object.parent()).isSameAs(array);
    }

    @Test
    void anArrayThatIsAddedToItselfAgainAndAgainEndsWithTheBudget() {
        JArray array = JsonReading.parseArray("[1]");
        Evaluation evaluation = Members.evaluation();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 64; i++) {
                        array.append(array, evaluation);
                    }
                })
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void withoutAnEvaluationCopiesEndTooBeforeTheyFillTheMemory() {
        JArray array = JsonReading.parseArray("[1]");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 64; i++) {
                        array.append(array, null);
                    }
                })
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void aTreeNestedDeeperThanAnyDocumentIsNotWritten() {
        JToken token = new JArray();
        for (int i = 0; i < 2_000; i++) {
            JArray outer = new JArray();
            outer.link(0, token);
            token = outer;
        }
        assertThatThrownBy(token::toString)
                .isInstanceOf(BudgetException.class)
                .hasMessage("The JSON is nested more than 1000 levels deep.");
    }

    @Test
    void hostileNumbersAreRefusedByTheirLength() {
        assertThatThrownBy(() -> JsonReading.parse("1".repeat(381)))
                .hasMessageStartingWith("JSON integer 111")
                .hasMessageContaining("is too large to parse.");
        assertThatThrownBy(() -> JsonReading.parse("0." + "1".repeat(2_000)))
                .hasMessageStartingWith("JSON number of 2002 characters is too long to parse.");
    }

    @Test
    void manyPropertiesAreFoundByName() {
        JObject object = new JObject();
        for (int i = 0; i < 1_000; i++) {
            object.put("p" + i, JValue.of(i), null);
        }
        object.removeItem(object.property("p500"));
        assertThat(object.value("p999")).hasToString("999");
        assertThat(object.value("p500")).isNull();
        assertThat(object.count()).isEqualTo(999);
    }

    @Test
    void descendantsAreMadeWhileOneGoesOn() {
        JArray array = JsonReading.parseArray("[[1],2]");
        Iterator<@Nullable Object> tokens =
                Tokens.descendants(array, false, Members.evaluation()).iterator();
        assertThat(tokens.next()).isSameAs(array.at(0));
        array.removeAt(1);
        assertThat(tokens.next()).hasToString("1");
    }

    @Test
    void treesOfTheEngineBecomeTokensAndBack() throws Exception {
        String json = "{\"a\":[1,1.5,true,null,\"x\"],\"b\":{\"c\":123456789012345678901234567890}}";
        JToken token = JsonNodes.toJToken(new ObjectMapper().readTree(json));
        assertThat(token.text(false)).isEqualTo(json);
        assertThat(JsonNodes.fromJToken(token)).hasToString(json);
        assertThat(JsonNodes.fromJToken(JsonReading.parse("['2020-01-02T03:04:05Z',undefined]")))
                .hasToString("[\"2020-01-02T03:04:05Z\",null]");
    }

    @Test
    void membersOfADynamicAreTheProperties() {
        JObject object = new JObject();
        object.dynamicSet("a", 1);
        assertThat(object.dynamicGet("a")).hasToString("1");
        assertThat(object.dynamicGet("b")).isNull();
        assertThat(List.of(object.text(false))).containsExactly("{\"a\":1}");
    }
}
