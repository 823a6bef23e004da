package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the log of the runner looks like. */
@SuppressWarnings("NullAway") // an event has no exception more often than not
class ConsoleLoggingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private final LoggerContext context = new LoggerContext();

    @Test
    void logbackFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(ConsoleLogging.class);
    }

    @Test
    void warningsOfLibrariesAndNewsOfOursAreLogged() {
        new ConsoleLogging().configure(context);

        assertThat(context.getLogger("io.netty").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("dev.apim.core").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("ROOT").getAppender("messages")).isNotNull();
    }

    @Test
    void requestsAreLoggedOnlyWhenAsked() {
        new ConsoleLogging().configure(context);

        assertThat(context.getLogger("apim.access").isErrorEnabled()).isFalse();
        assertThat(context.getLogger("apim.access").isAdditive()).isFalse();
    }

    @Test
    void aFileNamedByThePropertyTakesItsPlace() {
        System.setProperty("logback.configurationFile", "other.xml");
        try {
            assertThat(new ConsoleLogging().configure(context))
                    .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
            assertThat(context.getLogger("ROOT").iteratorForAppenders()).isExhausted();
        } finally {
            System.clearProperty("logback.configurationFile");
        }
    }

    @Test
    void aMessageHasTimeLevelAndOrigin() {
        assertThat(LogLine.message().doLayout(event(null)))
                .matches("\\d\\d:00:00\\.123 WARN {2}Gateway - slow: 7" + System.lineSeparator());
    }

    @Test
    void anExceptionSaysWhatItIsAndNothingOfItsStack() {
        assertThat(LogLine.message()
                        .doLayout(event(new IllegalStateException("gone")))
                        .lines())
                .hasSize(2)
                .last()
                .isEqualTo("java.lang.IllegalStateException: gone");
    }

    @Test
    void aRequestHasTheFullTime() {
        String line = LogLine.request().doLayout(event(null));

        assertThat(line).endsWith(" slow: 7" + System.lineSeparator());
        assertThat(OffsetDateTime.parse(line.substring(0, line.indexOf(' '))))
                .isEqualTo(NOON.atZone(ZoneId.systemDefault()).toOffsetDateTime());
    }

    private LoggingEvent event(Throwable thrown) {
        LoggingEvent event = new LoggingEvent(
                "test", context.getLogger("dev.apim.core.Gateway"), Level.WARN, "slow: {}", thrown, new Object[] {7});
        event.setInstant(NOON);
        return event;
    }
}
