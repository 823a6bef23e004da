package dev.apim.core.pipeline;

import dev.apim.core.error.ErrorBody;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyFailure;

/** The response that stands for a failure until on-error changes it (Azure: standard error body). */
final class ErrorResponse {
    private ErrorResponse() {}

    static ResponseMessage of(PolicyFailure failure, Exchange exchange) {
        Headers headers = failure.headers().copy();
        if (headers.contains("Content-Type")) {
            return new ResponseMessage(
                    failure.status(), failure.statusReason(), headers, Body.of(failure.publicMessage()));
        }
        headers.set("Content-Type", ErrorBody.CONTENT_TYPE);
        String activity = failure.status() == 500 ? exchange.requestId().toString() : null;
        return new ResponseMessage(
                failure.status(),
                failure.statusReason(),
                headers,
                Body.of(ErrorBody.of(failure.status(), failure.publicMessage(), activity)));
    }
}
