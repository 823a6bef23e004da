package dev.apim.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.Apim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same application with the gateway and without it. On a path that no API has the bytes are the same; an inline API without a
 * policy answers the same, whatever the framing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DifferentialContract {
    private static final List<String> ENDPOINTS = List.of(
            "echo/a%20b/%C3%A4?x=1&x=%2F",
            "sized?size=0",
            "sized?size=100000",
            "chunked?size=0",
            "chunked?size=100000",
            "single-bytes?size=70000",
            "writer?charset=UTF-8&size=9000",
            "typed?type=application/json",
            "typed?type=application/problem%2Bjson",
            "typed?type=text/plain",
            "typed?type=text/html",
            "typed?type=text/xml",
            "typed?type=application/xml",
            "typed?type=image/svg%2Bxml",
            "typed",
            "gzip",
            "close",
            "headers",
            "set-cookies",
            "reset",
            "reset-buffer",
            "buffer",
            "both",
            "forward?b=1",
            "include",
            "late-header",
            "head",
            "trailers-out",
            "status?code=204",
            "status?code=304",
            "status?code=404",
            "send-error?code=418",
            "send-error?code=409",
            "throw",
            "throw-servlet",
            "throw-wet",
            "redirect?to=/elsewhere",
            "redirect?to=relative",
            "async",
            "async-at-once",
            "async-dispatch",
            "async-dispatch-to?b=1",
            "async-timeout",
            "async-timeout-answered",
            "async-error",
            "async-write?size=100000",
            "where?a=1",
            "nothing",
            "cookies",
            "form?a=1&a=&b");

    private @Nullable KitApplication with;
    private @Nullable KitApplication without;

    /** A container that is not started. */
    protected abstract ServletHost host();

    @BeforeAll
    void start() {
        with = KitApplication.start(
                host(),
                Apim.create(a -> a.api(
                        "same", api -> api.path("same").open().allOperations().inline())));
        without = KitApplication.start(host(), null);
    }

    @AfterAll
    void stop() {
        if (with != null) {
            with.close();
        }
        if (without != null) {
            without.close();
        }
    }

    /** A request, as text ahead of its body. */
    record Sent(String line, String fields, byte[] body) {
        byte[] bytes(String api) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String head = line.replace("{}", "/shop/" + api)
                    + (line.endsWith("1.0") ? "" : " HTTP/1.1")
                    + "\r\nHost: shop.example\r\nConnection: close\r\n" + fields + "\r\n";
            out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(body);
            return out.toByteArray();
        }

        String method() {
            return line.substring(0, line.indexOf(' '));
        }

        @Override
        public String toString() {
            return line;
        }
    }

    private static Sent get(String endpoint) {
        return new Sent("GET {}/" + endpoint, "", new byte[0]);
    }

    private static Sent post(String endpoint, String fields, byte[] body) {
        return new Sent("POST {}/" + endpoint, fields + "Content-Length: " + body.length + "\r\n", body);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Sent> requests() {
        return java.util.stream.Stream.concat(gets(), posts()).toList();
    }

    private static java.util.stream.Stream<Sent> gets() {
        return java.util.stream.Stream.concat(
                ENDPOINTS.stream().map(DifferentialContract::get),
                java.util.stream.Stream.of(
                        new Sent("HEAD {}/head", "", new byte[0]),
                        new Sent("HEAD {}/sized?size=9", "", new byte[0]),
                        new Sent("HEAD {}/chunked?size=99999", "", new byte[0]),
                        new Sent("OPTIONS {}/echo", "", new byte[0]),
                        new Sent("DELETE {}/echo", "", new byte[0]),
                        new Sent(
                                "GET {}/echo",
                                "Cookie: a=1; b=\"2\"\r\nX-A: 1\r\nX-A: 2\r\nAccept: */*\r\n",
                                new byte[0]),
                        new Sent("GET {}/chunked?size=9999 HTTP/1.0", "", new byte[0]),
                        new Sent("GET {}/trailers-out HTTP/1.0", "", new byte[0]),
                        new Sent("GET {}/sized?size=9999 HTTP/1.0", "", new byte[0])));
    }

    private static java.util.stream.Stream<Sent> posts() {
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        String parts = "Content-Type: " + Multiparts.contentType() + "\r\n";
        return java.util.stream.Stream.of(
                post("form?a=query", form, text("a=form&b=%C3%A4+b&a=again&c")),
                post("form", form.replace("\r\n", ";charset=ISO-8859-1\r\n"), text("a=%E4")),
                post("multipart", parts, Multiparts.body(Map.of("a", "1"), KitBytes.of(50_000))),
                post("reader", "Content-Type: text/plain;charset=UTF-8\r\n", text("gr\u00fc\u00df")),
                post("reader", "", text("plain")),
                post("async-read", "", KitBytes.of(100_000)),
                post("unread", "", KitBytes.of(10)),
                new Sent("PUT {}/echo", "Transfer-Encoding: chunked\r\n", text("3\r\nabc\r\n0\r\n\r\n")),
                new Sent(
                        "POST {}/trailers-in",
                        "Transfer-Encoding: chunked\r\nTrailer: X-T\r\n",
                        text("3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n")),
                post("echo", "Expect: 100-continue\r\n", KitBytes.of(100)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void onAPathOfNoApiTheBytesAreTheSame(Sent sent) throws IOException {
        assertThat(masked(answer(with, sent, "plain"))).isEqualTo(masked(answer(without, sent, "plain")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anInlineApiWithoutAPolicyAnswersTheSame(Sent sent) throws IOException {
        RawAnswer theirs = read(sent, answer(without, sent, "same"));
        RawAnswer ours = read(sent, answer(with, sent, "same"));

        assertThat(ours.statusLine()).isEqualTo(theirs.statusLine());
        assertThat(ours.text()).isEqualTo(theirs.text());
        assertThat(ours.trailers()).isEqualTo(theirs.trailers());
        assertThat(fields(ours)).isEqualTo(fields(theirs));
    }

    private static byte[] answer(@Nullable KitApplication application, Sent sent, String api) throws IOException {
        return RawClient.exchange(Objects.requireNonNull(application).port(), sent.bytes(api));
    }

    private static String masked(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1).replaceAll("(?m)^Date: .*$", "Date: -");
    }

    private static RawAnswer read(Sent sent, byte[] answer) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(answer);
        RawAnswer first = RawAnswer.read(sent.method(), in);
        return first.status() == 100 ? RawAnswer.read(sent.method(), in) : first;
    }

    /** Without what depends on the framing, which is the container's, and on the clock. */
    private static List<String> fields(RawAnswer answer) {
        return answer.fields().stream()
                .filter(field -> !field.startsWith("date: ")
                        && !field.startsWith("transfer-encoding: ")
                        && !field.startsWith("content-length: ")
                        && !field.startsWith("connection: ")
                        && !field.startsWith("trailer: "))
                .sorted()
                .toList();
    }
}
