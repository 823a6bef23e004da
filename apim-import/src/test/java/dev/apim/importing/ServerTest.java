package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerTest {
    private static ReadText servers(String servers) {
        return ReadText.yaml("openapi: 3.0.0\ninfo: {title: t}\npaths: {}\n" + servers);
    }

    private static ReadText swagger(String parts) {
        return ReadText.yaml("swagger: '2.0'\ninfo: {title: t}\npaths: {}\n" + parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servers: []|",
                "servers: [{url: /v1}]|",
                "servers: [{url: 'http://a.example'}]|",
                "servers: [{url: 'http://a.example'}, {url: 'https://b.example/v1/'}, {url: 'https://c.example'}]|https://b.example/v1",
                "servers: [{url: 'https://{r}.example', variables: {r: {default: eu, enum: [eu, us]}}}]|https://eu.example",
                "servers: [{url: '{s}://a.example', variables: {s: {default: https}}}]|https://a.example",
                "x-servers: [{url: 'https://x.example'}]|https://x.example"
            })
    void theFirstHttpsServerIsTheBackend(String servers, String url) {
        ReadText read = servers(servers);
        assertThat(read.specification().serviceUrl()).isEqualTo(url == null ? "" : url);
        assertThat(read.issues()).isEmpty();
    }

    @Test
    void badServersAreRefused() {
        servers("servers: {}").isRefusedAt(4, "'servers' is an object, expected a list");
        servers("servers: [{}]").isRefusedAt(4, "without 'url'");
        servers("servers: [{url: 'https://{r}.example'}]").isRefusedAt(4, "'r' has no default");
        servers("servers: [{url: 'https://a b'}]").isRefusedAt(4, "malformed");
        servers("servers: [{url: 'https://a.example/" + "a".repeat(2_000) + "'}]")
                .isRefusedAt(4, "longer than 2000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: a.example|https://a.example",
                "host: a.example; basePath: /; schemes: [http, https]|https://a.example",
                "host: 'a.example:8443'; basePath: /v2; schemes: [https]|https://a.example:8443/v2",
                "host: a.example; schemes: [http]|",
                "basePath: /v2; schemes: [https]|",
                "host: a.example; x-servers: [{url: 'https://x.example/y'}]|https://x.example/y"
            })
    void swagger2NamesItsBackendInParts(String parts, String url) {
        assertThat(swagger(parts.replace("; ", "\n")).specification().serviceUrl())
                .isEqualTo(url == null ? "" : url);
    }

    @Test
    void badPartsAreRefused() {
        swagger("host: https://a.example").isRefusedAt(4, "expected a host name");
        swagger("host: a.example\nbasePath: v2").isRefusedAt(5, "expected it to begin with '/'");
        swagger("schemes: https").isRefusedAt(4, "'schemes' is a text, expected a list");
    }
}
