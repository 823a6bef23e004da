package dev.apim.runner.http;

import java.util.ArrayList;
import java.util.List;

/** Requests that must be refused before anything is forwarded, with the row of the threat table that says so. */
final class MalformedRequests {
    /** A request and the status that refuses it. */
    record Case(int row, String what, String bytes, int status) {
        @Override
        public String toString() {
            return "row " + row + ": " + what;
        }
    }

    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: h\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

    private final List<Case> cases = new ArrayList<>();

    private MalformedRequests() {}

    static List<Case> all() {
        MalformedRequests table = new MalformedRequests();
        table.controlCharacters();
        table.limits();
        table.lengths();
        table.codings();
        table.lines();
        table.chunks();
        table.trailers();
        table.hosts();
        table.targets();
        table.requestLines();
        return List.copyOf(table.cases);
    }

    private void add(int row, String what, String bytes, int status) {
        cases.add(new Case(row, what, bytes, status));
    }

    private void bad(int row, String what, String bytes) {
        add(row, what, bytes, 400);
    }

    private void controlCharacters() {
        for (int c : new int[] {0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f}) {
            bad(18, "control character " + c + " in a value", GET + "X-A: a" + (char) c + "b\r\n\r\n");
            bad(18, "control character " + c + " in a name", GET + "X" + (char) c + "A: b\r\n\r\n");
        }
        bad(18, "bare CR in a value", GET + "X-A: a\rb\r\n\r\n");
        bad(18, "bare CR at the end of a value", GET + "X-A: a\r\r\n\r\n");
        bad(18, "bare LF in a value", GET + "X-A: a\nX-B: b\r\n\r\n");
        bad(18, "CR in a name", GET + "X\rA: b\r\n\r\n");
        bad(18, "LF in a name", GET + "X\nA: b\r\n\r\n");
        bad(18, "a field line without a colon", GET + "nonsense\r\n\r\n");
    }

    private void limits() {
        add(21, "a request line of more than 8 KiB", "GET /" + "a".repeat(8200) + " HTTP/1.1\r\nHost: h\r\n\r\n", 414);
        add(21, "a request line of more than 8 KiB that never ends", "GET /" + "a".repeat(9000), 414);
        add(21, "a field of more than 8 KiB", GET + "X-A: " + "a".repeat(8200) + "\r\n\r\n", 431);
        add(21, "a name of more than 8 KiB", GET + "a".repeat(8200) + ": a\r\n\r\n", 431);
        add(21, "101 fields", GET + "X-A: a\r\n".repeat(100) + "\r\n", 431);
        add(21, "more than 32 KiB of fields", GET + ("X-A: " + "a".repeat(4000) + "\r\n").repeat(9) + "\r\n", 431);
        bad(21, "an empty name", GET + ": a\r\n\r\n");
        bad(21, "an empty name with a blank value", GET + ":\r\n\r\n");
        for (char c : "\"(),/;<=>?@[\\]{} ".toCharArray()) {
            bad(21, "'" + c + "' in a name", GET + "X" + c + "A: b\r\n\r\n");
        }
        bad(21, "a byte above ASCII in a name", GET + "X\u00e9: b\r\n\r\n");
    }

    private void lengths() {
        for (String length : new String[] {
            "+5",
            "-5",
            "5,5",
            "5, 5",
            "",
            "0x5",
            "5.0",
            "5 5",
            "five",
            "5;",
            "\"5\"",
            "9223372036854775808",
            "18446744073709551616",
            "99999999999999999999999",
            "\u00b2",
            "1e1",
            "5_0",
            "\t+1"
        }) {
            bad(22, "Content-Length '" + length + "'", POST + "Content-Length: " + length + "\r\n\r\nhello");
        }
        bad(22, "two equal lengths", POST + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello");
        bad(22, "two different lengths", POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!");
        bad(22, "two lengths in different case", POST + "Content-Length: 5\r\ncontent-length: 0\r\n\r\nhello");
        bad(22, "length and chunks", POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        bad(22, "chunks and length", POST + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        bad(22, "chunks and length 0", POST + "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n");
        bad(22, "a bad length on GET", GET + "Content-Length: x\r\n\r\n");
    }

    private void codings() {
        for (String coding : new String[] {
            "gzip",
            "gzip, chunked",
            "chunked, gzip",
            "chunked, chunked",
            "identity",
            "xchunked",
            "chunkedx",
            "chunke",
            "\"chunked\"",
            "chunked;q=1",
            "chunked,",
            ", chunked",
            "",
            "chunked identity",
            "deflate, chunked",
            "\u000bchunked",
            "chunked\u000b"
        }) {
            bad(23, "Transfer-Encoding '" + coding + "'", POST + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n");
        }
        bad(23, "chunked twice", POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        bad(
                23,
                "chunked after gzip in its own field",
                POST + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        bad(23, "chunked in HTTP/1.0", "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        bad(23, "a blank before the colon", POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
        bad(23, "a tab before the colon", POST + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n");
        bad(23, "a blank before the colon of a length", POST + "Content-Length : 5\r\n\r\nhello");
    }

    private void lines() {
        bad(23, "a folded value", GET + "X-A: a\r\n b\r\n\r\n");
        bad(23, "a value folded with a tab", GET + "X-A: a\r\n\tb\r\n\r\n");
        bad(23, "a folded Transfer-Encoding", POST + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n");
        bad(23, "a blank before the first field", "GET / HTTP/1.1\r\n Host: h\r\n\r\n");
        bad(23, "a tab before the first field", "GET / HTTP/1.1\r\n\tHost: h\r\n\r\n");
        bad(23, "a line of blanks alone", GET + "  \r\n\r\n");
        bad(23, "bare LF after the request line", "GET / HTTP/1.1\nHost: h\r\n\r\n");
        bad(23, "bare LF after a field", "GET / HTTP/1.1\r\nHost: h\n\r\n");
        bad(23, "bare LF as the last line", GET + "\n");
        bad(23, "bare CR as the last line", GET + "\rX");
        bad(23, "bare CR after the request line", "GET / HTTP/1.1\rHost: h\r\n\r\n");
        bad(23, "CR CR LF after the request line", "GET / HTTP/1.1\r\r\nHost: h\r\n\r\n");
        bad(23, "an empty line before the request line", "\r\n" + GET + "\r\n");
        bad(23, "LF before the request line", "\n" + GET + "\r\n");
        bad(23, "NUL before the request line", "\0" + GET + "\r\n");
        bad(23, "a control character before the request line", "\u0001" + GET + "\r\n");
        bad(23, "a blank before the request line", " " + GET + "\r\n");
        bad(23, "a TLS hello", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");
    }

    private void chunks() {
        for (String size : new String[] {
            "0x5",
            "+5",
            "-5",
            "5_",
            "_5",
            " 5",
            "5 ",
            "\t5",
            "",
            "g",
            "5g",
            "0000000000000000F",
            "FFFFFFFFFFFFFFFF",
            "8000000000000000",
            "5 ;a=b",
            "\"5\"",
            "5,",
            "5\u000b"
        }) {
            bad(24, "chunk size '" + size + "'", CHUNKED + size + "\r\nhello\r\n0\r\n\r\n");
        }
        bad(24, "bare LF after the size", CHUNKED + "5\nhello\r\n0\r\n\r\n");
        bad(24, "bare CR after the size", CHUNKED + "5\rhello\r\n0\r\n\r\n");
        bad(24, "bare LF after the data", CHUNKED + "5\r\nhello\n0\r\n\r\n");
        bad(24, "nothing after the data", CHUNKED + "5\r\nhello0\r\n\r\n");
        bad(24, "data longer than its size", CHUNKED + "5\r\nhello!\r\n0\r\n\r\n");
        bad(24, "data shorter than its size", CHUNKED + "5\r\nhell\r\n0\r\n\r\n");
        bad(24, "a quoted extension", CHUNKED + "5;a=\"b\"\r\nhello\r\n0\r\n\r\n");
        bad(24, "a quoted extension with a line end", CHUNKED + "5;a=\"\r\n\"\r\nhello\r\n0\r\n\r\n");
        bad(24, "a bare LF in an extension", CHUNKED + "5;a\nb\r\nhello\r\n0\r\n\r\n");
        bad(24, "a bare CR in an extension", CHUNKED + "5;a\rb\r\nhello\r\n0\r\n\r\n");
        bad(24, "NUL in an extension", CHUNKED + "5;a\0b\r\nhello\r\n0\r\n\r\n");
        bad(24, "an extension of more than 4 KiB", CHUNKED + "5;" + "a".repeat(4100) + "\r\nhello\r\n0\r\n\r\n");
        bad(24, "bare LF at the end", CHUNKED + "5\r\nhello\r\n0\r\n\n");
        bad(24, "bare LF after the last size", CHUNKED + "5\r\nhello\r\n0\n\r\n");
    }

    private void trailers() {
        for (String name : new String[] {
            "Content-Length",
            "Host",
            "Authorization",
            "Transfer-Encoding",
            "Trailer",
            "TE",
            "Connection",
            "Cookie",
            "Set-Cookie",
            "Content-Type",
            "Content-Encoding",
            "Content-Range",
            "Expect",
            "Proxy-Authorization",
            "X-Forwarded-For",
            "Max-Forwards",
            "content-length",
            "HOST",
            "Ocp-Apim-Subscription-Key"
        }) {
            bad(24, "a trailer " + name, CHUNKED + "0\r\n" + name + ": 5\r\n\r\n");
        }
        bad(24, "a trailer without a name", CHUNKED + "0\r\n: a\r\n\r\n");
        bad(24, "a folded trailer", CHUNKED + "0\r\nX-A: a\r\n b\r\n\r\n");
        bad(24, "a control character in a trailer", CHUNKED + "0\r\nX-A: a\u0001\r\n\r\n");
        add(24, "101 trailers", CHUNKED + "0\r\n" + "X-A: a\r\n".repeat(101) + "\r\n", 431);
    }

    private void hosts() {
        bad(25, "no Host", "GET / HTTP/1.1\r\n\r\n");
        bad(25, "no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n");
        bad(25, "Host twice", "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n");
        bad(25, "two different Hosts", "GET / HTTP/1.1\r\nHost: h\r\nhost: i\r\n\r\n");
        for (String host : new String[] {
            "",
            "u@h",
            "u:p@h",
            "h/",
            "h/path",
            "h?q",
            "h#f",
            "h i",
            "h,i",
            "h:",
            "h:0",
            "h:65536",
            "h:999999",
            "h:8a",
            "h:-1",
            "h:80:80",
            ".h",
            "h..i",
            "h%00",
            "h%2f",
            "h\\i",
            "http://h",
            "[::1",
            "::1",
            "[::1]x",
            "[::1]:",
            "[fe80::1%25lo]",
            "[g::1]",
            "[]",
            "h\u00e9",
            "h\"",
            "(h)",
            "h;i",
            "h<i>",
            "*",
            "a".repeat(300)
        }) {
            bad(
                    25,
                    "Host '" + (host.length() > 50 ? "too long" : host) + "'",
                    "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        }
        bad(25, "an absolute target of another host", "GET http://evil/ HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(25, "an absolute target of another port", "GET http://h:81/ HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(25, "an absolute target with user information", "GET http://u@h/ HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(25, "an absolute target without a host", "GET http:/// HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(25, "an absolute target of another scheme", "GET ftp://h/ HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(25, "a scheme without slashes", "GET http:h/ HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    private void targets() {
        for (int c : new int[] {0x00, 0x01, 0x08, 0x09, 0x0b, 0x0c, 0x1f, 0x7f, 0x80, 0xa0, 0xe9, 0xff}) {
            bad(32, "character " + c + " in the target", "GET /a" + (char) c + "b HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        bad(32, "a fragment", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "a fragment in the query", "GET /a?b#c HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "a target without a slash", "GET a HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "a query alone", "GET ?a HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "* for GET", "GET * HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "** for OPTIONS", "OPTIONS ** HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "CONNECT", "CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n");
        bad(32, "CONNECT with a path", "CONNECT / HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(32, "a bare LF in the target", "GET /a\nb HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    private void requestLines() {
        for (String version : new String[] {
            "HTTP/1.9",
            "HTTP/1.2",
            "HTTP/2.0",
            "HTTP/0.9",
            "HTTP/1.10",
            "HTTP/1",
            "HTTP/11",
            "http/1.1",
            "HTTP/ 1.1",
            "HTTP/1.1 ",
            "HTTPS/1.1",
            "HTTP/1,1",
            "ICY"
        }) {
            bad(23, "version '" + version + "'", "GET / " + version + "\r\nHost: h\r\n\r\n");
        }
        bad(23, "no version", "GET /\r\nHost: h\r\n\r\n");
        bad(23, "two blanks before the target", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(23, "two blanks before the version", "GET /  HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(23, "a tab between method and target", "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(23, "no method", "/ HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(23, "a method that is no token", "G(ET / HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(23, "a method with a colon", "GET: / HTTP/1.1\r\nHost: h\r\n\r\n");
        bad(23, "the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        add(23, "an expectation nobody knows", GET + "Expect: miracles\r\n\r\n", 417);
    }
}
