package dev.apim.validation;

import dev.apim.http.Headers;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.ValidationError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one validation of one message found, and what follows from it. */
final class Report {
    /** What callers read instead of what tells of the backend or of the configuration. */
    static final String INTERNAL =
            "The request could not be processed due to an internal error. Contact the API owner.";

    private final Side side;
    private final List<ValidationError> errors = new ArrayList<>();
    private @Nullable Finding preventing;
    private @Nullable PolicyFailure broken;

    Report(Side side) {
        this.side = side;
    }

    /** Notes findings of one step. */
    void add(Action action, List<Finding> findings) {
        if (action == Action.IGNORE) {
            return;
        }
        for (Finding finding : findings) {
            errors.add(new ValidationError(
                    finding.name(), finding.type(), finding.rule(), finding.details(), action.toString()));
            if (action == Action.PREVENT && preventing == null) {
                preventing = finding;
            }
        }
    }

    void add(Action action, Finding finding) {
        add(action, List.of(finding));
    }

    /** Notes that there is nothing that could be looked at, which ends the request whatever the actions. */
    void broken(PolicyFailure failure) {
        broken = failure;
    }

    /** Whether the request ends, so that nothing more need be looked at. */
    boolean prevents() {
        return preventing != null;
    }

    /** Keeps the errors for later policies and says how the request goes on. */
    Outcome outcome(Exchange exchange, @Nullable String variable) {
        if (broken != null) {
            return Outcome.fail(broken);
        }
        if (errors.isEmpty()) {
            return Outcome.next();
        }
        if (variable != null) {
            // To an expression it is an array, which C# and EL alike index and enumerate.
            exchange.variables().put(variable, errors.toArray(ValidationError[]::new));
        }
        if (exchange.tracing()) {
            errors.forEach(error -> exchange.trace(
                    error.action() + " " + error.type() + " " + error.validationRule() + ": " + error.details()));
        }
        return preventing == null ? Outcome.next() : Outcome.fail(failure(preventing));
    }

    private PolicyFailure failure(Finding finding) {
        String told = side == Side.RESPONSE ? null : finding.told();
        String caller = told == null ? INTERNAL : told;
        return new PolicyFailure(side.status, side.reason, finding.details(), caller, new Headers());
    }
}
