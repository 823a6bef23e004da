package dev.apim.core.policies.routing;

import dev.apim.Time;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.model.Backend;
import dev.apim.policy.PolicyFailure;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breakers of a gateway's backends. They outlive configurations: one begins anew only when its rules change. There are no
 * more than backends with rules were ever named. Thread-safe.
 */
final class Circuits {
    private final ConcurrentMap<String, Circuit> circuits = new ConcurrentHashMap<>();

    /** For how many nanoseconds a backend gets no requests; zero when it does. */
    long nanosOpen(Backend backend, @Nullable String workspace, Time time) {
        Circuit circuit = of(backend, workspace);
        return circuit == null ? 0 : circuit.nanosOpen(time.nanos());
    }

    /** Takes what became of a request: the answer, or the failure in its place. */
    void ended(
            Backend backend,
            @Nullable String workspace,
            @Nullable HttpResponse answer,
            @Nullable PolicyFailure failure,
            Time time) {
        Circuit circuit = of(backend, workspace);
        if (circuit == null) {
            return;
        }
        int status = answer != null ? answer.status() : failure == null ? 500 : failure.status();
        String reason = failure == null ? null : failure.reason();
        circuit.ended(status, reason, answer == null ? new Headers() : answer.headers(), time.nanos(), time.now());
    }

    private @Nullable Circuit of(Backend backend, @Nullable String workspace) {
        if (backend.circuitBreaker().isEmpty()) {
            return null;
        }
        String key = workspace == null ? backend.id() : workspace + "/" + backend.id();
        Circuit found = circuits.get(key);
        return found != null && found.isOf(backend.circuitBreaker())
                ? found
                : circuits.compute(
                        key,
                        (name, before) -> before != null && before.isOf(backend.circuitBreaker())
                                ? before
                                : new Circuit(backend.circuitBreaker()));
    }
}
