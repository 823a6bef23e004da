package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threat 42: patterns of schemas that take for ever on texts made for them. */
class EvilPatternsTest {
    private static final String TYPE = "<xs:simpleType><xs:restriction base='xs:string'><xs:pattern value='%s'/>"
            + "</xs:restriction></xs:simpleType>";

    private record Evil(String pattern, String text) {}

    /** Nested repetitions and alternatives that overlap, on texts that almost match. */
    private static List<Evil> evils() {
        List<Evil> evils = new ArrayList<>();
        String as = "a".repeat(64) + "!";
        for (String atom : List.of("a", "[ab]", ".", "\\w", "(a|b)", "[a-z-[x]]", "\\p{L}")) {
            evils.add(new Evil("(" + atom + "+)+", as));
            evils.add(new Evil("(" + atom + "*)*b", as));
            evils.add(new Evil("((" + atom + "{1,9}){1,9}){1,4}", as));
            evils.add(new Evil("(" + atom + "+){2,}[^!]", as));
        }
        for (String overlap : List.of("a|a", "a|aa", "a|a?", "aa|aaa", "a|\\w|.")) {
            evils.add(new Evil("(" + overlap + ")+", as));
            evils.add(new Evil("(" + overlap + ")*(" + overlap + ")*b", as));
            evils.add(new Evil("(" + overlap + "){10,}[^a!]", as));
        }
        evils.add(new Evil("([a-z0-9]+[._\\-]?)*@x", "abc.".repeat(2_000)));
        evils.add(new Evil("(\\s*\\w+\\s*,?)*;", "ab , ".repeat(500)));
        evils.add(new Evil(".*.*.*.*.*x", "a".repeat(1_000)));
        evils.add(new Evil("(.*a){12}", "a".repeat(60) + "!"));
        evils.add(new Evil("(a?){60}a{60}", "a".repeat(59)));
        evils.add(new Evil("((a*)*)*", as));
        evils.add(new Evil("(a|b|ab)*c", "ab".repeat(40)));
        return evils;
    }

    @Test
    @DisplayName("row 42: fifty evil patterns in XML schemas end their requests, or are done with soon")
    void evilPatternsOfXmlSchemasEnd() {
        Map<Integer, Long> ends = ends(evils().stream()
                .map(evil -> xml(TYPE.formatted(evil.pattern()), evil.text()).status())
                .toList());

        assertThat(evils()).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
        assertThat(ends.keySet()).isSubsetOf(200, 400, 500);
        assertThat(ends.getOrDefault(500, 0L)).as("ended by the budget").isGreaterThan(25);
    }

    @Test
    @DisplayName("row 42: the same in JSON schemas of bodies")
    void evilPatternsOfJsonSchemasEnd() {
        Map<Integer, Long> ends = ends(evils().stream()
                .map(evil -> {
                    String java = evil.pattern().replace("[a-z-[x]]", "[a-wyz]");
                    return json("^(" + java + ")$", evil.text()).status();
                })
                .toList());

        assertThat(ends.keySet()).isSubsetOf(200, 400, 500);
        assertThat(ends.getOrDefault(500, 0L)).as("ended by the budget").isGreaterThan(5);
    }

    @Test
    @DisplayName("row 42: the same in schemas of parameters")
    void evilPatternsOfParametersEnd() {
        for (Evil evil : evils()) {
            String java = evil.pattern().replace("[a-z-[x]]", "[a-wyz]");
            assertThat(parameter("^(" + java + ")$", evil.text()).status()).isIn(200, 400, 500);
        }
    }

    @ParameterizedTest
    @DisplayName("patterns that are merely careless, on texts that fit, cost nothing")
    @CsvSource(
            delimiter = '|',
            value = {
                "([a-z]+[ ]?)+ | some words of a name that is long but plain and well written down",
                "(\\w+\\s?)* | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "[A-Z]{2}\\d{4}(-[a-z]+)* | AB1234-abc-def-ghi",
                "\\i\\c* | name.of-a_thing",
                "\\p{Lu}\\p{IsBasicLatin}+ | Latin",
                ".{0,5000} | anything",
                "[\\-+]?[0-9]{1,18}(\\.[0-9]{1,18})? | -12.5",
                "[^@]+@[^\\.]+\\..+ | someone@example.test",
                "^$ | ^$"
            })
    void carelessPatternsServe(String pattern, String text) {
        String written = pattern.replace("\\\\", "\\");
        assertThat(xml(TYPE.formatted(written), text).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("row 42: a type that an element only names, and one it names of itself, count as well")
    void patternsAreFoundWhereverTheTypeIsWritten() {
        String types = "<xs:simpleType name='T'><xs:restriction base='B'><xs:maxLength value='999'/></xs:restriction>"
                + "</xs:simpleType><xs:simpleType name='B'><xs:restriction base='xs:string'><xs:pattern value='(a+)+'/>"
                + "</xs:restriction></xs:simpleType>";
        String xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='T'";
        String evil = "a".repeat(64) + "!";

        assertThat(sent(types + "<xs:element name='r' type='T'/>", "<r>" + evil + "</r>"))
                .isEqualTo(500);
        assertThat(sent(types + "<xs:element name='r' type='xs:string'/>", "<r " + xsi + ">" + evil + "</r>"))
                .isEqualTo(500);
        assertThat(sent(
                        types
                                + "<xs:element name='r'><xs:complexType><xs:attribute name='q' type='T'/></xs:complexType>"
                                + "</xs:element>",
                        "<r q='" + evil + "'/>"))
                .isEqualTo(500);
        assertThat(sent(
                        types
                                + "<xs:element name='r'><xs:simpleType><xs:list itemType='T'/></xs:simpleType></xs:element>",
                        "<r>aaa " + evil + "</r>"))
                .isEqualTo(500);
        assertThat(sent(types + "<xs:element name='r' type='xs:string'/>", "<r>" + evil + "</r>"))
                .isEqualTo(200);
    }

    private static Map<Integer, Long> ends(List<Integer> statuses) {
        return statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    private static TestCall xml(String type, String text) {
        return call("<xs:element name='r'>" + type + "</xs:element>", "<r>" + text + "</r>");
    }

    private static int sent(String declarations, String document) {
        return call(declarations, document).status();
    }

    private static TestCall call(String declarations, String document) {
        String xsd = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + declarations + "</xs:schema>";
        return Orders.send(
                gateway("xml", "{\"schemaType\":\"xml\",\"value\":" + TestGateway.quoted(xsd) + "}"),
                "application/xml",
                document);
    }

    private static TestCall json(String pattern, String text) {
        String schema = "{\"schemaType\":\"json\",\"document\":{\"pattern\":" + TestGateway.quoted(pattern) + "}}";
        return Orders.send(gateway("json", schema), TestGateway.quoted(text));
    }

    private static TestGateway gateway(String as, String schema) {
        String policy = "<validate-content unspecified-content-type-action=\"prevent\" max-size=\"20000\""
                + " size-exceeded-action=\"prevent\"><content type=\"application/" + as + "\" validate-as=\"" + as
                + "\" action=\"prevent\" schema-id=\"s\"/></validate-content>";
        return Orders.answering(Orders.gateway("inbound", policy).put("/schemas/s", schema), 200, "text/plain", "ok")
                .start();
    }

    private static TestCall parameter(String pattern, String text) {
        String schemas = "{\"components\":{\"schemas\":{\"P\":{\"type\":\"string\",\"pattern\":"
                + TestGateway.quoted(pattern) + "}}}}";
        return TestGateway.create()
                .api("p", "p")
                .put("/apis/p/schemas/main", Orders.schema(schemas))
                .put(
                        "/apis/p/operations/get",
                        "{\"displayName\":\"get\",\"method\":\"GET\",\"urlTemplate\":\"/\",\"request\":{\"headers\":[{\"name\":"
                                + "\"X-P\",\"type\":\"string\",\"schemaId\":\"main\",\"typeName\":\"P\"}]}}")
                .policy(
                        "/apis/p",
                        "<policies><inbound><base/><validate-parameters specified-parameter-action=\"prevent\""
                                + " unspecified-parameter-action=\"ignore\"/></inbound></policies>")
                .start()
                .get("/p/", "X-P", text);
    }
}
