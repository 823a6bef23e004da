package dev.apim.runner.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What the runner logs: messages on standard error, requests, if asked, on standard output. Written as code, because reading the same
 * from XML loads a parser and takes its time at every start. The system property {@code logback.configurationFile} names a file to use in its place.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class ConsoleLogging extends ContextAwareBase implements Configurator {
    /** For logback, which makes one. */
    public ConsoleLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console(context, "messages", ConsoleTarget.SystemErr, LogLine.message()));
        context.getLogger("dev.apim").setLevel(Level.INFO);
        // A broker that is away is a warning with a stack trace a second; what is lost is told by the loggers' own
        // queues.
        context.getLogger("org.apache.kafka").setLevel(Level.ERROR);
        Logger access = context.getLogger("apim.access");
        access.setLevel(Level.OFF);
        access.setAdditive(false);
        access.addAppender(console(context, "requests", ConsoleTarget.SystemOut, LogLine.request()));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(
            LoggerContext context, String name, ConsoleTarget target, LogLine line) {
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setTarget(target.getName());
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
