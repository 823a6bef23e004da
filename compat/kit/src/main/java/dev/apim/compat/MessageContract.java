package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the messages of every exchange with the kit's endpoints: methods, fields, bodies. */
public abstract class MessageContract {
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The port that leads to the gateway. */
    protected abstract int port();

    /** The path of the API whose operations are the kit's endpoints, such as {@code /shop/kit}. */
    protected abstract String path();

    /** What the container cannot express. */
    protected Set<Capability> missing() {
        return Set.of();
    }

    /** Such as {@code echo?a=b}. */
    final HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path() + "/" + endpoint))
                .timeout(Duration.ofSeconds(10));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    final HttpResponse<String> get(String endpoint) throws IOException, InterruptedException {
        return send(request(endpoint));
    }

    final RawAnswer raw(String method, String endpoint, String headersAndBody) throws IOException {
        try (RawClient client = new RawClient(port())) {
            return client.send(head(method, endpoint) + headersAndBody).readAnswer(method);
        }
    }

    final String head(String method, String endpoint) {
        return method + " " + path() + "/" + endpoint + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void theHostSeesTheMethod(String method) throws Exception {
        HttpResponse<String> answer =
                send(request("echo/some/path?x=1&x=%C3%A4&y").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("method " + method + "\n")
                .contains("/echo/some/path\n")
                .contains("query x=1&x=%C3%A4&y\n")
                .contains("body 0 ");
    }

    @Test
    void aHeadHasTheFieldsOfAGetAndNoBody() throws Exception {
        RawAnswer answer = raw("HEAD", "head", "Connection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-length")).isEqualTo("5");
        assertThat(answer.field("content-type")).startsWith("text/plain");
        assertThat(new String(
                        RawClient.exchange(
                                port(),
                                (head("HEAD", "echo") + "Connection: close\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII)),
                        StandardCharsets.ISO_8859_1))
                .contains("HEAD")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 65_536, 1_000_000})
    void aRequestBodyOfAKnownSizeArrivesWhole(int size) throws Exception {
        byte[] body = KitBytes.of(size);

        assertThat(send(request("echo").POST(BodyPublishers.ofByteArray(body))).body())
                .contains("body " + KitBytes.digest(body));
        assertThat(send(request("async-read").POST(BodyPublishers.ofByteArray(body)))
                        .body())
                .isEqualTo(KitBytes.digest(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8192, 1_000_000})
    void aRequestBodyInChunksArrivesWhole(int size) throws Exception {
        byte[] body = KitBytes.of(size);
        assertThat(send(request("echo").POST(chunked(body))).body()).contains("body " + KitBytes.digest(body));
        assertThat(send(request("async-read").PUT(chunked(body))).body()).isEqualTo(KitBytes.digest(body));
    }

    private static HttpRequest.BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body));
    }

    @ParameterizedTest
    @CsvSource({
        "sized, 0",
        "sized, 1",
        "sized, 8192",
        "sized, 32768",
        "sized, 1000000",
        "chunked, 0",
        "chunked, 1",
        "chunked, 8192",
        "chunked, 1000000",
        "single-bytes, 0",
        "single-bytes, 1",
        "single-bytes, 70000",
        "async-write, 0",
        "async-write, 1",
        "async-write, 1000000"
    })
    void aResponseBodyArrivesWhole(String endpoint, int size) throws Exception {
        HttpResponse<byte[]> answer = sendForBytes(request(endpoint + "?size=" + size));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(KitBytes.digest(answer.body())).isEqualTo(KitBytes.digest(KitBytes.of(size)));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        if (endpoint.equals("sized")) {
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(size);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 10", "ISO-8859-1, 10", "UTF-8, 20000", "ISO-8859-1, 20000"})
    void textIsEncodedAsTheHostSays(String charset, int size) throws Exception {
        HttpResponse<byte[]> answer = sendForBytes(request("writer?charset=" + charset + "&size=" + size));

        assertThat(new String(answer.body(), charset)).isEqualTo("gr\u00fc\u00df 1 " + "\u00e4".repeat(size));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(java.util.Locale.ROOT))
                .contains(charset.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void anEncodedBodyStaysAsItIs() throws Exception {
        HttpResponse<byte[]> answer = sendForBytes(request("gzip").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body())
                .isEqualTo(KitBytes.gzip("compressed".repeat(100).getBytes("US-ASCII")));
    }

    @Test
    void requestFieldsWithManyValuesArriveInOrder() throws Exception {
        HttpResponse<String> answer = send(request("echo")
                .header("X-Many", "one")
                .header("X-Many", "two, three")
                .header("X-Many", "")
                .header("X-One", "\u00e9t\u00e9"));

        assertThat(answer.body()).contains("header x-many: one|two, three|\n").contains("header x-one: ");
    }

    @Test
    void responseFieldsWithManyValuesArriveInOrder() throws Exception {
        RawAnswer answer = raw("GET", "headers", "Connection: close\r\n\r\n");

        assertThat(answer.all("x-many")).containsExactly("one", "two, three", "4");
        assertThat(answer.field("last-modified")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(answer.field("x-gone")).isIn(null, "gone", "");
        assertThat(answer.field("content-type")).containsIgnoringCase("iso-8859-1");
        assertThat(answer.text()).isEqualTo("\u00fc [one, two, three, 4] true");
    }

    @Test
    void cookiesGoBothWays() throws Exception {
        RawAnswer answer = raw("GET", "set-cookies", "Connection: close\r\n\r\n");
        assertThat(answer.all("set-cookie")).hasSize(2);
        assertThat(answer.all("set-cookie").get(0)).startsWith("first=1").containsIgnoringCase("HttpOnly");

        assertThat(send(request("cookies").header("Cookie", "a=1; b=2")).body()).isEqualTo("a=1 b=2");
        assertThat(get("cookies").body()).isEqualTo("none");
    }

    @Test
    void aSessionIsKept() throws Exception {
        HttpResponse<String> first = get("session");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        assertThat(first.body()).isEqualTo("visit 1");
        assertThat(send(request("session").header("Cookie", cookie)).body()).isEqualTo("visit 2");
    }

    @Test
    void formsArrive() throws Exception {
        HttpResponse<String> answer = send(request("form?a=query&c=3")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=form&b=%C3%A4+b&a=again")));

        assertThat(answer.body())
                .contains("a=[query, form, again]\n")
                .contains("c=[3]\n")
                .contains("first query\n")
                .contains("absent null\n");
    }

    @Test
    void partsArrive() throws Exception {
        byte[] file = KitBytes.of(100_000);
        HttpResponse<String> answer = send(multipart("multipart", file));

        assertThat(answer.body())
                .contains("a null null " + KitBytes.digest("1".getBytes(StandardCharsets.US_ASCII)))
                .contains("file f.bin application/octet-stream " + KitBytes.digest(file))
                .contains("file 100000\n")
                .contains("a 1\n");
    }

    final HttpRequest.Builder multipart(String endpoint, byte[] file) {
        return Multiparts.post(request(endpoint), Map.of("a", "1"), file);
    }

    @Test
    void aReaderReadsInTheRequestsCharset() throws Exception {
        assertThat(send(request("reader")
                                .header("Content-Type", "text/plain;charset=ISO-8859-1")
                                .POST(BodyPublishers.ofString("gr\u00fc\u00df", StandardCharsets.ISO_8859_1)))
                        .body())
                .isEqualTo("ISO-8859-1 gr\u00fc\u00df");
    }
}
