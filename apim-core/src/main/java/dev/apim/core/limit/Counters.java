package dev.apim.core.limit;

import dev.apim.limit.RateLimiter.Decision;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one key, one for each window it is asked with; nearly always one. Its monitor makes a decision one atomic step and is
 * held for nanoseconds.
 */
final class Counters {
    private @Nullable Node first;

    synchronized CompletionStage<Decision> acquire(long now, long limit, long window, long weight) {
        EventLog log = log(window);
        log.expire(now);
        long needed = Math.max(1, weight);
        if (log.total() > limit - needed) {
            return Decisions.refused(Math.max(0, limit - log.total()), log.untilRoom(limit, needed));
        }
        log.append(weight);
        return Decisions.allowed(limit - log.total());
    }

    synchronized void add(long now, long window, long weight) {
        EventLog log = log(window);
        log.expire(now);
        log.append(weight);
    }

    private EventLog log(long window) {
        for (Node node = first; node != null; node = node.next) {
            if (node.log.window() == window) {
                return node.log;
            }
        }
        Node added = new Node(new EventLog(window), first);
        first = added;
        return added.log;
    }

    private static final class Node {
        final EventLog log;
        final @Nullable Node next;

        Node(EventLog log, @Nullable Node next) {
            this.log = log;
            this.next = next;
        }
    }
}
