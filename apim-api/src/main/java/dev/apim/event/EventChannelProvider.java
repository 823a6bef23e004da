package dev.apim.event;

import dev.apim.model.Logger;
import java.util.Optional;

/**
 * Ways to where events go, which a jar brings; found with {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * public final class QueueEvents implements EventChannelProvider {
 *     public Optional<EventChannel> open(Logger logger) {
 *         return logger.credential("queue").isEmpty() ? Optional.empty() : Optional.of(new QueueChannel(logger));
 *     }
 * }
 * }</pre>
 */
public interface EventChannelProvider {
    /**
     * The way to where a logger's events go; empty for loggers that are somebody else's. It connects to nothing yet.
     *
     * @throws IllegalArgumentException when the logger's credentials are at fault; the message holds no secret
     */
    Optional<EventChannel> open(Logger logger);
}
