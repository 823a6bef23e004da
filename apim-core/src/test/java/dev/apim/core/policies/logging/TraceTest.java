package dev.apim.core.policies.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.apim.core.policies.PolicyBench;
import dev.apim.policy.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class TraceTest {
    private final PolicyBench bench = new PolicyBench();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.apim.trace");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({"'', DEBUG", "verbose, DEBUG", "information, INFO", "error, ERROR"})
    void theMessageGoesToTheLogAtItsSeverity(String severity, String level) {
        bench.let("@(m)", e -> "hello").let("@(v)", e -> 7);
        String attribute = severity.isEmpty() ? "" : " severity='" + severity + "'";

        bench.inbound("<trace source='me'" + attribute + "><message>@(m)</message><metadata name='a' value='b'/>"
                + "<metadata name='n' value='@(v)'/></trace>");

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).hasToString(level);
            assertThat(event.getFormattedMessage())
                    .contains("[me] hello a=b n=7")
                    .contains(bench.exchange().requestId().toString());
        });
    }

    @Test
    void aMessageCannotBeginALineOfItsOwn() {
        bench.let("@(m)", e -> "a\r\nERROR forged");

        bench.inbound("<trace source='me'><message>@(m)</message></trace>");

        assertThat(log.list.get(0).getFormattedMessage()).doesNotContain("\n").contains("a  ERROR forged");
    }

    @Test
    void whereTheMessageIsMissingTheTextIsTaken() {
        bench.inbound("<trace source='me'>just text</trace>");

        assertThat(log.list.get(0).getFormattedMessage()).contains("[me] just text");
        assertThat(bench.messages()).singleElement().asString().contains("lacks <message>");
    }

    @Test
    void aSourceIsNeeded() {
        bench.compile("<policies><inbound><trace><message>m</message></trace></inbound></policies>", Scope.API);

        assertThat(bench.messages()).singleElement().asString().contains("source");
    }
}
