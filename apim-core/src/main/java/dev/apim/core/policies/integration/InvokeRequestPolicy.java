package dev.apim.core.policies.integration;

import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.Literals;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls a backend entity or URL; its answer is kept in a variable or is the response (Azure's policy toolkit: invoke-request). */
final class InvokeRequestPolicy implements PolicyType {
    private final AddressPolicy addresses;
    private final int responseLimit;

    InvokeRequestPolicy(AddressPolicy addresses, int responseLimit) {
        this.addresses = addresses;
        this.responseLimit = responseLimit;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(
                        "invoke-request",
                        "Calls a backend or URL; without a variable, what it answers is the response.")
                .attributes(
                        AttributeSpec.of("method", Type.STRING, "The method.")
                                .orExpression()
                                .or("GET"),
                        AttributeSpec.of("url", Type.STRING, "Absolute URL; with backend-id, a path behind it.")
                                .orExpression(),
                        AttributeSpec.of("backend-id", Type.STRING, "Resource name of a backend.")
                                .orExpression(),
                        AttributeSpec.of("response-variable-name", Type.STRING, "Variable for the response."))
                .children(
                        ElementSpec.of("header", "A header to send.")
                                .attributes(
                                        AttributeSpec.of("name", Type.STRING, "Its name.")
                                                .mandatory()
                                                .orExpression(),
                                        AttributeSpec.of("value", Type.STRING, "Its value.")
                                                .mandatory()
                                                .orExpression()),
                        ElementSpec.of("body", "What to send.")
                                .content(ElementSpec.Content.EXPRESSION, Type.ANY)
                                .occurs(0, 1));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Value url = element.attribute("url").orElse(null);
        Value backend = element.attribute("backend-id").orElse(null);
        if (url == null && backend == null) {
            context.error(element.position(), "invoke-request has neither url nor backend-id; expected one of them");
        }
        if (backend != null && Literals.isFinal(backend)) {
            var unused = context.backend(element, backend.text().strip());
        }
        if (url != null && url.isExpression() && backend == null) {
            addresses.checkComputed(url.position(), context);
        }
        if (url != null && backend == null && Literals.isFinal(url)) {
            check(url, context);
        }
        List<InvokeRequest.Field> fields = element.children("header").stream()
                .map(header -> new InvokeRequest.Field(
                        context.required(header, "name", String.class),
                        context.required(header, "value", String.class)))
                .toList();
        Expression<Object> body =
                element.child("body").map(b -> context.text(b, Object.class)).orElse(null);
        boolean computed = url != null && url.isExpression() && backend == null;
        return new InvokeRequest(
                new InvokeRequest.Target(
                        context.required(element, "method", String.class),
                        context.expression(element, "url", String.class),
                        context.expression(element, "backend-id", String.class),
                        computed ? addresses.computed() : Outbound.OPERATORS_WORD,
                        context.scope()),
                fields,
                body,
                literal(element, context),
                new SendStep.Means(context.services(), responseLimit));
    }

    private static @Nullable String literal(PolicyElement element, CompileContext context) {
        String name = context.literal(element, "response-variable-name", String.class);
        return Objects.equals(name, "") ? null : name;
    }

    private static void check(Value url, CompileContext context) {
        try {
            Url.parse(url.text());
        } catch (IllegalArgumentException e) {
            Literals.refuse(url, "url: " + e.getMessage(), context);
        }
    }
}
