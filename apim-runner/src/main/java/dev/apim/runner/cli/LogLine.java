package dev.apim.runner.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An event of the log as one line; of an exception it holds what it says, never the stack. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private final DateTimeFormatter time;
    private final boolean withOrigin;

    private LogLine(String time, boolean withOrigin) {
        this.time = DateTimeFormatter.ofPattern(time, Locale.ROOT).withZone(ZoneId.systemDefault());
        this.withOrigin = withOrigin;
    }

    /** {@code 12:30:15.123 WARN  apim - text}. */
    static LogLine message() {
        return new LogLine("HH:mm:ss.SSS", true);
    }

    /** {@code 2026-01-31T12:30:15.123+01:00 text}. */
    static LogLine request() {
        return new LogLine("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", false);
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(128);
        time.formatTo(event.getInstant(), line);
        line.append(' ');
        if (withOrigin) {
            String level = event.getLevel().toString();
            String logger = event.getLoggerName();
            line.append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
            line.append(logger.substring(logger.lastIndexOf('.') + 1)).append(" - ");
        }
        line.append(event.getFormattedMessage()).append(System.lineSeparator());
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(thrown.getClassName())
                    .append(": ")
                    .append(thrown.getMessage())
                    .append(System.lineSeparator());
        }
        return line.toString();
    }
}
