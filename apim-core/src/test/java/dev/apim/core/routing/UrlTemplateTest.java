package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                    | /                 | {}",
                "/                    | ''                | {}",
                "/orders              | /orders           | {}",
                "/orders              | /orders/          | {}",
                "/orders/             | /orders           | {}",
                "/orders              | /ORDERS           | {}",
                "orders               | /orders           | {}",
                "/orders/{id}         | /orders/7         | {id=7}",
                "/orders/{id}         | /orders/7/        | {id=7}",
                "/orders/{id}         | /Orders/aB        | {id=aB}",
                "/orders/{id}         | /orders/a%20b     | {id=a b}",
                "/orders/{id}         | /orders/%C3%A9    | {id=é}",
                "/{a}/{b}             | /1/2              | {a=1, b=2}",
                "/{a}/x/{b}           | /1/X/2            | {a=1, b=2}",
                "/file-{id}.json      | /file-7.json      | {id=7}",
                "/file-{id}.json      | /FILE-7.JSON      | {id=7}",
                "/file-{id}.json      | /file-a.json.json | {id=a.json}",
                "/{name}.{ext}        | /a.b.c            | {name=a, ext=b.c}",
                "/{a}-{b}-{c}         | /1-2-3-4          | {a=1, b=2, c=3-4}",
                "/{a}--{b}            | /---x             | {a=-, b=x}",
                "/Orders({key})       | /orders(5)        | {key=5}",
                "/caf%C3%A9/{x}       | /CAF%C3%89/1      | {x=1}",
                "/a b                 | /a%20b            | {}",
                "/*                   | ''                | {}",
                "/*                   | /                 | {}",
                "/*                   | /a/b              | {}",
                "/files/*             | /files            | {}",
                "/files/*             | /files/           | {}",
                "/files/*             | /files/a/b        | {}",
                "/files/{*path}       | /files            | {path=}",
                "/files/{*path}       | /files/a/b%20c    | {path=a/b c}",
                "/files/{*path}       | /files/a/         | {path=a/}",
                "/{x}/{*rest}         | /a/b/c            | {x=a, rest=b/c}",
                "/o?expand={e}        | /o?expand=items   | {e=items}",
                "/o?expand={e}        | /o?b=1&EXPAND=i   | {e=i}",
                "/o?expand={e}        | /o?expand=        | {e=}",
                "/o?a=1&b={c}         | /o?b=2&x=9&a=1    | {c=2}",
                "/o/{id}?a=lit        | /o/1?a=LIT        | {id=1}",
                "/o/{id}?a=lit        | /o/1?a=x&a=lit    | {id=1}",
                "/o?flag              | /o?flag           | {}",
                "/o/?a={b}            | /o?a=%2F          | {b=/}",
            })
    void aTemplateMatchesAndGivesItsParameters(String template, String target, String expected) {
        Map<String, String> values = match(template, target);
        assertThat(values).isNotNull();
        assertThat(String.valueOf(values)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                | /a",
                "/orders          | /order",
                "/orders          | /orders/1",
                "/orders/{id}     | /orders",
                "/orders/{id}     | /orders/",
                "/orders/{id}     | /orders/1/2",
                "/file-{id}.json  | /file-.json",
                "/file-{id}.json  | /file-7.xml",
                "/file-{id}.json  | /afile-7.json",
                "/{a}-{b}         | /1-",
                "/{a}-{b}         | /-1",
                "/{a}-{b}         | /12",
                "/{a}--{b}        | /1-2",
                "/aa{x}aa         | /aaa",
                "/aa{x}aa         | /aaaa",
                "/files/*         | /file",
                "/files/*         | /filesystem",
                "/o?a={b}         | /o",
                "/o?a={b}         | /o?b=a",
                "/o?a=1           | /o?a=2",
                "/o?a=1&b=2       | /o?a=1",
                "/o?flag          | /o?flag=1",
                "/adm{x}          | /adm",
                "/admin           | /adm%C4%B1n",
                "/sets            | /%C5%BFets",
            })
    void aTemplateDoesNotMatchWhatItDoesNotSay(String template, String target) {
        assertThat(match(template, target)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/a//b           | character 4: found an empty segment",
                "/*/a            | character 2: found a wildcard before the end",
                "/{*x}/a         | character 2: found a wildcard before the end",
                "/a*             | character 3: found * within a segment",
                "/{*x}y          | character 2: found a wildcard that is a part of a segment",
                "/{}             | character 3: found a parameter without a name",
                "/{*}            | character 4: found a parameter without a name",
                "/{a             | character 2: found { without }",
                "/{a/b}          | character 2: found { without }",
                "/a}             | character 3: found a stray brace",
                "/{a}{b}         | character 5: found two parameters side by side",
                "/{a}/{a}        | character 7: found the parameter a a second time",
                "/{a}?b={a}      | character 9: found the parameter a a second time",
                "/{a{b}          | character 4: found '{' in a parameter's name",
                "/x{?a,b}        | character 4: found '?' in a parameter's name",
                "/x?=1           | character 4: found a query parameter without a name",
                "/x?a=1&&b=2     | character 8: found a query parameter without a name",
                "/x?a={b}c       | character 9: found text after a query parameter's value",
                "/x?a=b{c}       | character 7: found a stray brace",
                "/x?a={b         | character 6: found { without }",
            })
    void aMistakeIsNamedWithItsPlaceAndARemedy(String template, String message) {
        assertThatThrownBy(() -> UrlTemplate.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("URL template '" + template + "', ")
                .hasMessageContaining(message)
                .hasMessageContaining(", expected ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders/{id}         | /Orders/{number}/",
                "/*                   | /{*rest}",
                "/f-{a}.{b}           | /F-{x}.{y}",
                "/                    | ''",
                "/o?a={b}&c=1         | /o?C=1&A={x}",
                "/caf%C3%A9           | /café",
            })
    void templatesThatMatchTheSameHaveOneShape(String one, String other) {
        assertThat(UrlTemplate.parse(one).shape())
                .isEqualTo(UrlTemplate.parse(other).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders/{id}         | /orders/*",
                "/orders/{id}         | /orders/x{id}",
                "/o?a={b}             | /o?a=b",
                "/o?a={b}             | /o",
                "/a/b                 | /a-b",
            })
    void templatesThatMatchDifferentlyHaveDifferentShapes(String one, String other) {
        assertThat(UrlTemplate.parse(one).shape())
                .isNotEqualTo(UrlTemplate.parse(other).shape());
    }

    @Test
    void aTemplateListsItsParametersInOrder() {
        assertThat(UrlTemplate.parse("/{b}/x-{a}/{*c}?q={d}").parameters()).containsExactly("b", "a", "c", "d");
        assertThat(UrlTemplate.parse("/{b}")).hasToString("/{b}");
    }

    private static @Nullable Map<String, String> match(String template, String target) {
        UrlTemplate parsed = UrlTemplate.parse(template);
        var table = OperationTable.of(List.of(new OperationTable.Address("GET", parsed)));
        CanonicalPath path = CanonicalPath.parse(target.isEmpty() ? "/" : target, PathRules.DEFAULT);
        return table.find("get", path, 0) == null ? null : parsed.capture(path, 0);
    }
}
