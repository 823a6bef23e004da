package dev.apim.core.policies.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopByHopTest {
    @ParameterizedTest
    @CsvSource({
        "Connection, close, false",
        "Keep-Alive, timeout=5, false",
        "Proxy-Connection, keep-alive, false",
        "TE, gzip, false",
        "te, trailers, true",
        "TE, 'trailers, gzip', false",
        "Trailer, X, false",
        "Transfer-Encoding, chunked, false",
        "transfer-ENCODING, identity, false",
        "Upgrade, h2c, false",
        "Proxy-Authenticate, Basic, false",
        "Proxy-Authorization, Basic x, false",
        "Authorization, Bearer x, true",
        "Content-Length, 5, true",
        "Expect, 100-continue, true",
        "Trailers, X, true",
        "Upgrade-Insecure-Requests, 1, true",
    })
    void theKnownFieldsEndHere(String name, String value, boolean crosses) {
        Headers headers = Headers.of("A", "1", name, value, "B", "2");

        assertThat(HopByHop.endToEnd(headers).contains(name)).isEqualTo(crosses);
        assertThat(headers.contains(name)).isTrue();

        HopByHop.strip(headers);
        assertThat(headers.contains(name)).isEqualTo(crosses);
        assertThat(headers.get("A") + headers.get("B")).isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource({"X-Hop", "x-hop", "'close, X-Hop'", "'X-Other ,  x-HOP'", "'keep-alive,X-Hop'"})
    void whatConnectionListsEndsHereToo(String connection) {
        Headers headers = Headers.of("x-Hop", "1", "Connection", connection, "X-Hop", "2", "Keep", "3");

        assertThat(HopByHop.endToEnd(headers)).isEqualTo(Headers.of("Keep", "3"));
        HopByHop.strip(headers);
        assertThat(headers).isEqualTo(Headers.of("Keep", "3"));
    }

    @Test
    void severalConnectionFieldsCountTogether() {
        Headers headers = Headers.of("Connection", "A", "A", "1", "connection", "B", "B", "2", "C", "3");

        assertThat(HopByHop.endToEnd(headers)).isEqualTo(Headers.of("C", "3"));
    }

    @Test
    void withoutSuchFieldsNothingChanges() {
        Headers headers = Headers.of("A", "1", "A", "2", "B", "3");

        assertThat(HopByHop.endToEnd(headers)).isEqualTo(headers);
    }
}
