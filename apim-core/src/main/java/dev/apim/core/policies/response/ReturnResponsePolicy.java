package dev.apim.core.policies.response;

import dev.apim.core.policies.message.Bodies;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.HeaderEdit;
import dev.apim.core.policies.message.StatusEdit;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the request with a response of its own (Azure: return-response). A variable that is absent, or null as send-request leaves it where
 * it ignores an error, counts as none: documents name one that nothing fills, as Azure's own examples long did.
 */
final class ReturnResponsePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("return-response", "Ends the request with this response.")
                .endsRequest()
                .attributes(AttributeSpec.of(
                        "response-variable-name",
                        AttributeSpec.Type.STRING,
                        "Variable that holds the response to start from, such as that of send-request."))
                .children(StatusEdit.spec(), HeaderEdit.spec(), BodyEdit.spec());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(
                context.literal(element, "response-variable-name", String.class),
                StatusEdit.compileIn(element, context),
                HeaderEdit.compileAll(element, context),
                BodyEdit.compileIn(element, context));
    }

    private record Step(
            @Nullable String variable,
            @Nullable StatusEdit status,
            List<HeaderEdit> headers,
            @Nullable BodyEdit body) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Object kept = variable == null ? null : exchange.variables().get(variable);
            if (kept != null && !(kept instanceof ResponseMessage)) {
                return Outcome.fail(PolicyFailure.internal(
                        "VariableNotFound",
                        "Variable '" + variable + "' holds no response; fill it with send-request before."));
            }
            ResponseMessage response = kept instanceof ResponseMessage filled ? copy(filled) : ResponseMessage.ok();
            PolicyFailure failure = edit(exchange, response);
            if (failure != null) {
                return Outcome.fail(failure);
            }
            if (exchange.hasResponse()) {
                Bodies.discard(exchange.response().body());
            }
            exchange.respondWith(response);
            return Outcome.respond();
        }

        private @Nullable PolicyFailure edit(Exchange exchange, ResponseMessage response) {
            PolicyFailure failure = status == null ? null : status.apply(exchange, response);
            if (failure == null) {
                failure = HeaderEdit.applyAll(headers, exchange, response.headers());
            }
            return failure == null && body != null
                    ? body.apply(exchange, response.headers(), response.body())
                    : failure;
        }

        /** What was read away stays away, as in Azure: its copy has no body. */
        private static ResponseMessage copy(ResponseMessage kept) {
            BytesBody bytes = kept.body().buffered();
            return new ResponseMessage(
                    kept.status(), kept.reason(), kept.headers().copy(), bytes == null ? Body.empty() : bytes);
        }

        @Override
        public String toString() {
            return "return-response" + (variable == null ? "" : " response-variable-name=" + variable)
                    + (status == null ? "" : " " + status) + " headers=" + headers.size()
                    + (body == null ? "" : " " + body);
        }
    }
}
