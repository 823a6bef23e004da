package dev.apim.runner.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.apim.http.Body;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threats 37 and 38: XML of callers and of backends, through every policy that parses it. */
class HostileXmlTest {
    private static final long MOST_ALLOCATED = 32L << 20;

    static List<HostileReader> readers() {
        return Readers.xml();
    }

    @ParameterizedTest
    @DisplayName(
            "row 37: a document type is the caller's fault, 400, or the backend's, 502; no file is read, no server asked")
    @MethodSource("readers")
    void aDocumentTypeIsRefusedAndNothingIsReached(HostileReader reader) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> documents = HostileXml.doctypes(server.getLocalPort());
            assertThat(documents).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(116);
            refusedBothWays(reader, documents);
            nobodyCame(server);
        }
    }

    @ParameterizedTest
    @DisplayName("row 37: inclusions, schemas and stylesheets that a document names are never looked for")
    @MethodSource("readers")
    void whatADocumentNamesIsNotLookedFor(HostileReader reader) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            TestGateway inbound = reader.gateway("inbound");
            TestGateway outbound = reader.gateway("outbound");
            for (String document : HostileXml.hints(server.getLocalPort())) {
                assertThat(reader.ask(inbound, Body.of(document)).status()).isIn(200, 400);
                TestCall answered = reader.answered(outbound, Body.of(document));
                assertThat(answered.status()).isIn(200, 502);
                assertThat(answered.text()).doesNotContain("root:");
            }
            nobodyCame(server);
        }
    }

    @ParameterizedTest
    @DisplayName("row 38: a bomb is refused both ways before it has grown")
    @MethodSource("readers")
    void aBombIsRefusedBeforeItHasGrown(HostileReader reader) {
        refusedBothWays(reader, HostileXml.bombs()); // what is loaded once is no part of what a bomb takes
        TestGateway gateway = reader.gateway("inbound");
        for (String bomb : HostileXml.bombs()) {
            Body body = Body.of(bomb);
            long before = allocated();
            TestCall call = reader.ask(gateway, body);
            assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
            assertThat(call.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @DisplayName("row 40: names of one hash take no time by their square")
    @MethodSource("readers")
    void namesOfOneHashAreReadOrRefused(HostileReader reader) {
        String document = namesOfOneHash();

        assertThat(reader.ask(reader.gateway("inbound"), Body.of(document)).status())
                .isIn(200, 400);
        assertThat(reader.answered(reader.gateway("outbound"), Body.of(document))
                        .status())
                .isIn(200, 502);
    }

    @Test
    @DisplayName("row 40: a processor that would take time by the square of the names is not let near them")
    void theProcessorOfStylesheetsAndPathsDoesNotSeeThem() {
        String document = namesOfOneHash();
        HostileReader stylesheet = Readers.xml().get(1);
        HostileReader path = new HostileReader(
                "XPath",
                "application/xml",
                "<set-variable name='v' value='@{var d = new XmlDocument(); d.LoadXml(context.Request.Body.As&lt;string>(true));"
                        + " return d.SelectSingleNode(\"//zz\") == null;}'/>");

        assertThat(stylesheet
                        .ask(stylesheet.gateway("inbound"), Body.of(document))
                        .status())
                .isEqualTo(400);
        assertThat(stylesheet
                        .answered(stylesheet.gateway("outbound"), Body.of(document))
                        .status())
                .isEqualTo(502);
        assertThat(path.ask(path.gateway("inbound"), Body.of(document)).status())
                .isEqualTo(500);
        assertThat(path.ask(path.gateway("inbound"), Body.of("<r><a/></r>")).status())
                .isEqualTo(200);
    }

    private static String namesOfOneHash() {
        return HostileJson.collidingNames().stream()
                .map(name -> "<" + name + "/>")
                .collect(Collectors.joining("", "<r>", "</r>"));
    }

    private static void refusedBothWays(HostileReader reader, List<String> documents) {
        TestGateway inbound = reader.gateway("inbound");
        TestGateway outbound = reader.gateway("outbound");
        for (String document : documents) {
            assertThat(reader.ask(inbound, Body.of(document)).status()).isEqualTo(400);
            assertThat(reader.answered(outbound, Body.of(document)).status()).isEqualTo(502);
        }
        assertThat(inbound.backends().received()).isEmpty();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void nobodyCame(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            throw new AssertionError("somebody connected");
        } catch (SocketTimeoutException none) {
            // As it should be.
        }
    }
}
