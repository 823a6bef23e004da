package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.xml.SecureXml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Documents written to read files, reach servers or exhaust memory. */
final class HostileDocumentsTest {
    private static final List<String> TARGETS = List.of(
            "file:///etc/passwd",
            "file:///dev/random",
            "http://127.0.0.1:%d/x",
            "https://127.0.0.1:%d/x",
            "ftp://127.0.0.1:%d/x",
            "jar:http://127.0.0.1:%d/x.jar!/y",
            "netdoc:///etc/passwd",
            "\\\\127.0.0.1\\share\\x",
            "../../etc/passwd",
            "data:text/plain,x");

    private static final List<String> SHAPES = List.of(
            "<!DOCTYPE policies SYSTEM \"%s\"><policies/>",
            "<!DOCTYPE policies PUBLIC \"-//X//Y//EN\" \"%s\"><policies/>",
            "<!DOCTYPE policies [<!ENTITY x SYSTEM \"%s\">]><policies>&x;</policies>",
            "<!DOCTYPE policies [<!ENTITY x PUBLIC \"p\" \"%s\">]><policies a=\"&x;\"/>",
            "<!DOCTYPE policies [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><policies/>",
            "<!DOCTYPE policies [<!ENTITY %% a \"<!ENTITY b SYSTEM '%s'>\"> %%a;]><policies>&b;</policies>",
            "<!DOCTYPE policies [<!NOTATION n SYSTEM \"%1$s\"><!ENTITY x SYSTEM \"%1$s\" NDATA n>]><policies/>",
            "<!DOCTYPE policies [<!ELEMENT policies ANY><!ATTLIST policies a CDATA \"%s\">]><policies/>",
            "<?xml version=\"1.0\"?>\n<!-- c -->\n<!DOCTYPE policies SYSTEM \"%s\"><policies/>",
            "<policies><!DOCTYPE x SYSTEM \"%s\"></policies>",
            "<policies><inbound><!ENTITY x SYSTEM \"%s\">&x;</inbound></policies>",
            "<!doctype policies SYSTEM \"%s\"><policies/>");

    private static List<String> external(int port) {
        List<String> documents = new ArrayList<>();
        for (String shape : SHAPES) {
            for (String target : TARGETS) {
                documents.add(String.format(shape, String.format(target, port)));
            }
        }
        return documents;
    }

    @Test
    void noDocumentReachesAFileOrAServer() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> documents = external(server.getLocalPort());
            assertThat(documents).hasSizeGreaterThanOrEqualTo(116);
            for (String document : documents) {
                assertThat(Reading.refused(document).get(0)).contains("found a");
                assertThat(refusedByTheJdk(document)).as(document).isTrue();
            }
            server.setSoTimeout(1);
            assertThat(connections(server)).isZero();
        }
    }

    private static boolean refusedByTheJdk(String document) throws IOException {
        try {
            SecureXml.documentBuilder().parse(SecureXml.input(document));
            return false;
        } catch (SAXException refused) {
            return true;
        }
    }

    private static int connections(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return 1;
        } catch (java.net.SocketTimeoutException none) {
            return 0;
        }
    }

    static Stream<String> bombs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY lol").append(i).append(" \"");
            laughs.append("&lol"
                            .concat(i == 1 ? "" : String.valueOf(i - 1))
                            .concat(";")
                            .repeat(10))
                    .append("\">");
        }
        laughs.append("]><policies>&lol9;</policies>");
        String quadratic =
                "<!DOCTYPE p [<!ENTITY a \"" + "a".repeat(50_000) + "\">]><p>" + "&a;".repeat(50_000) + "</p>";
        return Stream.of(
                laughs.toString(),
                quadratic,
                "<a>".repeat(100_000),
                "<a>".repeat(80_000),
                "<policies>" + "<a/>".repeat(60_000) + "</policies>",
                "<policies " + "a='' ".repeat(1_000_000) + "/>",
                "<policies " + "a='' ".repeat(50_000) + "/>",
                "<policies a='@(" + "$\"{".repeat(80_000),
                "<policies>" + "@(".repeat(120_000),
                "<policies>" + "<x>@(1".repeat(40_000),
                "<policies>" + "<set-body>".repeat(25_000),
                "<policies><set-body>" + "<!--".repeat(60_000),
                "<policies><set-body>" + "<![CDATA[".repeat(28_000),
                "<policies><set-body>" + "<set-body ".repeat(25_000),
                "<policies>" + "{{aaaaaaaa".repeat(25_000),
                "<policies a='" + "&".repeat(250_000),
                "<policies>" + "</x>".repeat(60_000),
                "<policies>" + "&#x41".repeat(50_000),
                "<" + "a".repeat(250_000),
                "x".repeat(100_000_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefused(String document) {
        ReaderOptions options = ReaderOptions.of(NamedValues.of(List.of()));
        assertThat(Reading.refused(document, options)).isNotEmpty().hasSizeLessThan(102);
    }
}
