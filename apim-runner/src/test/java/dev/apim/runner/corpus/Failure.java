package dev.apim.runner.corpus;

import dev.apim.core.pipeline.RequestTrace;
import dev.apim.testkit.TestCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which responses of status 500 nobody asked for. */
final class Failure {
    private static final String FAILED = "failed: 500 ";

    /** What a document that calls a backend gets when that is out of reach, or answers with an error. */
    private static final Set<String> OF_BACKENDS =
            Set.of("BackendConnectionFailure", "Timeout", "BackendErrorStatusCode", "ServiceBusError");

    private Failure() {}

    /** Where and why; empty where the document or the backend said 500. */
    static Optional<String> of(Place place, TestCall made) {
        List<RequestTrace.Step> steps = made.trace().steps();
        for (RequestTrace.Step step : steps) {
            if (step.outcome().startsWith(FAILED)
                    && OF_BACKENDS.stream().noneMatch(reason -> step.outcome().startsWith(FAILED + reason))) {
                String where = place.reached(step).map(Statement::toString).orElse("around");
                return Optional.of(where + " | "
                        + step.outcome().substring(FAILED.length()).replace('\n', ' '));
            }
        }
        return Optional.empty();
    }
}
