package dev.apim.core.policies.transform;

import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Section;
import org.jspecify.annotations.Nullable;

/** How an edit becomes a step of a section. */
final class Steps {
    private Steps() {}

    /** Whether policies of the section act on the response rather than on the request. */
    static boolean onResponse(Section section) {
        return section == Section.OUTBOUND || section == Section.ON_ERROR;
    }

    /** The response, which a policy that changes it makes where there is none yet. */
    static ResponseMessage response(Exchange exchange) {
        ResponseMessage response = exchange.response();
        if (!exchange.hasResponse()) {
            exchange.respondWith(response);
        }
        return response;
    }

    /** Goes on, or fails. */
    static Outcome outcome(@Nullable PolicyFailure failure) {
        return failure == null ? Outcome.next() : Outcome.fail(failure);
    }
}
