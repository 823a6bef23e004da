package dev.apim.core.policies.transform;

import dev.apim.core.policies.message.BodyEdit;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;

/** Replaces the body of the request, in outbound and on-error of the response (Azure: set-body). */
final class SetBodyPolicy implements PolicyType {
    private static final ElementSpec ELEMENT = BodyEdit.spec().occurs(0, Integer.MAX_VALUE);

    @Override
    public PolicySpec spec() {
        PolicySpec all = PolicySpec.of(ELEMENT.name(), ELEMENT.summary());
        return new PolicySpec(ELEMENT, all.sections(), all.scopes(), false, false);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        boolean onResponse = Steps.onResponse(context.section());
        if ("liquid".equalsIgnoreCase(context.literal(element, "template", String.class))) {
            context.reads(onResponse ? BodyUse.RESPONSE : BodyUse.REQUEST);
        }
        BodyEdit.Seen seen = onResponse ? BodyEdit.Seen.RESPONSE : BodyEdit.Seen.REQUEST;
        return new Step(BodyEdit.compile(element, context, seen), onResponse);
    }

    private record Step(BodyEdit edit, boolean onResponse) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            if (onResponse) {
                ResponseMessage response = Steps.response(exchange);
                return Steps.outcome(edit.apply(exchange, response.headers(), response.body()));
            }
            RequestMessage request = exchange.request();
            return Steps.outcome(edit.apply(exchange, request.headers(), request.body()));
        }

        @Override
        public String toString() {
            return edit.toString();
        }
    }
}
