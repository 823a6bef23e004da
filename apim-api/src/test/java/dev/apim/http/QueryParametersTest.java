package dev.apim.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of a query string as it came, and the same by way of its parameters. */
class QueryParametersTest {
    @ParameterizedTest
    @CsvSource({
        "a=1&b=2&A=3, b=2",
        "b=2, b=2",
        "'', ''",
        "a, ''",
        "a=, ''",
        "%61=1&b=2, b=2",
        "b=%zz&a=1, b=%zz",
        "ab=1&=a&b=a, ab=1&=a&b=a",
        "b=a=1&a=1, b=a=1",
        "&a=1&&b=2&, b=2",
    })
    void theNameIsComparedDecodedAndWithoutCaseAndTheRestKeepsItsBytes(String query, String kept) {
        assertThat(QueryParameters.without(query, "a")).isEqualTo(kept);
        assertThat(QueryParameters.parse(query).without("a").toString()).isEqualTo(kept);
        assertThat(QueryParameters.contains(query, "a")).isEqualTo(!query.equals(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "'', n, v, n=v",
        "a=1, n, v, a=1&n=v",
        "a=1&, n, v, a=1&n=v",
        "'', a b, 'c&d=e+f', a%20b=c%26d%3De%2Bf",
        "'', é, ü~*, %C3%A9=%C3%BC%7E*",
        "'', n, '', n=",
    })
    void aParameterGoesToTheEndEncoded(String query, String name, String value, String expected) {
        assertThat(QueryParameters.with(query, name, value)).isEqualTo(expected);
        assertThat(QueryParameters.parse(query).with(name, value).toString()).isEqualTo(expected);
    }
}
