package dev.apim.core.policies.routing;

import dev.apim.Time;
import dev.apim.core.policies.message.Destination;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.model.PoolMember;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Scope;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in each pool. Members of the lowest priority number that can be asked take turns, each as often as its weight says
 * and spread evenly; the others wait until none of these can be asked. Thread-safe, without locks.
 */
final class Pools {
    private final ConcurrentMap<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final Circuits circuits;

    Pools(Circuits circuits) {
        this.circuits = circuits;
    }

    /**
     * The first member, for a URL to go on with; which one is asked is decided when the request leaves.
     *
     * @return {@code null} where no member has an http or https URL
     */
    static @Nullable Destination first(Exchange exchange, Backend pool, Scope scope) {
        String workspace = Destinations.workspace(exchange, scope);
        for (PoolMember member : pool.members()) {
            Backend backend = member(exchange, workspace, member);
            if (backend != null) {
                return destination(backend, scope, pool);
            }
        }
        return null;
    }

    /**
     * Sends the request to the member whose turn it is.
     *
     * @return why it cannot be sent; {@code null} when it can
     */
    @Nullable
    PolicyFailure choose(Exchange exchange, Backend pool, @Nullable Scope scope, Time time) {
        String workspace = Destinations.workspace(exchange, scope);
        List<PoolMember> members = pool.members();
        @Nullable Backend[] ready = new @Nullable Backend[members.size()];
        long soonest = Long.MAX_VALUE;
        int start = 0;
        while (start < members.size()) {
            int end = start;
            boolean any = false;
            for (;
                    end < members.size()
                            && members.get(end).priority() == members.get(start).priority();
                    end++) {
                Backend backend = member(exchange, workspace, members.get(end));
                long open = backend == null ? Long.MAX_VALUE : circuits.nanosOpen(backend, workspace, time);
                soonest = Math.min(soonest, open);
                ready[end] = open == 0 ? backend : null;
                any |= open == 0;
            }
            if (any) {
                Backend next = Turn.of(members, ready, start, end, turn(pool, workspace));
                Destinations.choose(exchange, destination(next, scope, pool));
                return null;
            }
            start = end;
        }
        return soonest == Long.MAX_VALUE ? noMember(pool) : unavailable("Backend pool '" + pool.id() + "'", soonest);
    }

    /** Why a pool of which no member could ever be asked fails. */
    static PolicyFailure noMember(Backend pool) {
        return PolicyFailure.internal(
                "BackendNotFound",
                "Backend pool '" + pool.id() + "' has no member with an http or https URL; add one.");
    }

    /** What a caller is told of a backend that gets no requests for so many nanoseconds. */
    static PolicyFailure unavailable(String what, long nanos) {
        String message = what + " is temporarily unavailable";
        long seconds = Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
        return new PolicyFailure(
                503,
                "BackendTemporarilyUnavailable",
                message,
                message,
                new Headers(1).add("Retry-After", Long.toString(seconds)),
                message);
    }

    private int turn(Backend pool, @Nullable String workspace) {
        String key = workspace == null ? pool.id() : workspace + "/" + pool.id();
        AtomicInteger turn = turns.get(key);
        if (turn == null) {
            turn = turns.computeIfAbsent(key, name -> new AtomicInteger());
        }
        return turn.getAndIncrement() & Integer.MAX_VALUE;
    }

    private static @Nullable Backend member(Exchange exchange, @Nullable String workspace, PoolMember member) {
        Backend backend =
                exchange.gateway().backend(workspace, member.backendId()).orElse(null);
        return backend != null
                        && backend.serviceFabric() == null
                        && backend.url().regionMatches(true, 0, "http", 0, 4)
                ? backend
                : null;
    }

    private static Destination destination(Backend member, @Nullable Scope scope, Backend pool) {
        return new Destination(Url.parse(member.url()).withQuery(""), member, scope, false, pool);
    }
}
