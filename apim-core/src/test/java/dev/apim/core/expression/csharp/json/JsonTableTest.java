package dev.apim.core.expression.csharp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.value.AnonymousObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTableTest {
    @Test
    void everyMemberIsDeclaredWithTypesOfTheTable() {
        for (TypeDefinition type : Members.TABLE.all()) {
            if (type.namespace().startsWith("Newtonsoft")) {
                assertThat(type.methods()).isNotNull();
            }
        }
    }

    @Test
    void aTokenIsConvertedByOperatorsAndGenericMembers() {
        JToken document = JsonReading.parse("{'a':1,'b':[1,2],'c':'x','d':null,'e':'12'}");
        assertThat(Members.call("JToken", "explicit operator int(JToken value)", List.of(), document.child("a")))
                .isEqualTo(1);
        assertThat(Members.call("JToken", "explicit operator int?(JToken value)", List.of(), document.child("d")))
                .isNull();
        assertThat(Members.call("JToken", "explicit operator int(JToken value)", List.of(), document.child("e")))
                .isEqualTo(12);
        assertThat(Members.call("JToken", "T Value<T>(object key)", List.of(Members.type("string")), document, "a"))
                .isEqualTo("1");
        assertThat(Members.call("JToken", "T ToObject<T>()", List.of(Members.type("List<int>")), document.child("b")))
                .hasToString("System.Collections.Generic.List`1[System.Int32]");
        assertThatThrownBy(() -> Members.call(
                        "JToken", "explicit operator string(JToken value)", List.of(), document.child("b")))
                .hasMessage("Can not convert Array to String.");
        assertThatThrownBy(() ->
                        Members.call("JToken", "explicit operator int(JToken value)", List.of(), document.child("c")))
                .hasMessage("The input string 'x' was not in a correct format.");
    }

    @Test
    void anAnonymousObjectIsSerializedByItsMembers() {
        AnonymousObject object = new AnonymousObject(List.of("a", "b"), List.of(1, "x"));
        assertThat(object).hasToString("{ a = 1, b = x }");
        assertThat(Members.call("JsonConvert", "static string SerializeObject(object value)", List.of(), object))
                .isEqualTo("{\"a\":1,\"b\":\"x\"}");
    }

    @Test
    void jsonIsDeserializedIntoTypes() {
        String signature = "static T DeserializeObject<T>(string value)";
        assertThat(Members.call("JsonConvert", signature, List.of(Members.type("int[]")), "[1,2]"))
                .isEqualTo(new Integer[] {1, 2});
        assertThat(Members.call("JsonConvert", signature, List.of(Members.type("JObject")), "{'a':1}"))
                .hasToString("{\n  \"a\": 1\n}");
        assertThatThrownBy(() -> Members.call("JsonConvert", signature, List.of(Members.type("JObject")), "[1]"))
                .hasMessageStartingWith(
                        "Deserialized JSON type 'Newtonsoft.Json.Linq.JArray' is not compatible with expected"
                                + " type 'Newtonsoft.Json.Linq.JObject'. Path ''");
        assertThatThrownBy(() -> Members.call("JsonConvert", signature, List.of(Members.type("int")), "'abc'"))
                .hasMessage("Could not convert string to integer: abc. Path '', line 1, position 5.");
    }
}
