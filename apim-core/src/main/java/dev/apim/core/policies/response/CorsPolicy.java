package dev.apim.core.policies.response;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;

/** Lets scripts of other origins call (Azure: cors; WHATWG Fetch §3.2). */
final class CorsPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cors", "Lets scripts of other origins call.")
                .sections(Section.INBOUND)
                .onlyOnce()
                .attributes(
                        AttributeSpec.of("allow-credentials", Type.BOOLEAN, "Whether credentials may come along.")
                                .orExpression()
                                .or("false"),
                        AttributeSpec.of(
                                        "terminate-unmatched-request",
                                        Type.BOOLEAN,
                                        "Whether a request of another origin is answered with an empty 200.")
                                .orExpression()
                                .or("true"))
                .children(
                        list("allowed-origins", "Origins that may call.", "origin", 1),
                        list("allowed-methods", "Methods they may use; GET and POST where absent.", "method", 0)
                                .attributes(AttributeSpec.of(
                                                "preflight-result-max-age",
                                                Type.INTEGER,
                                                "Seconds a browser may remember the answer to a preflight.")
                                        .between(0, Integer.MAX_VALUE)
                                        .orExpression()),
                        list("allowed-headers", "Request headers they may set.", "header", 0),
                        list("expose-headers", "Response headers they may read.", "header", 0));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        if (element.child("allowed-headers").isEmpty()) {
            context.doubt(element.position(), "<cors> lacks <allowed-headers>; none are allowed");
        }
        CorsRules rules = new CorsRules(
                context.required(element, "allow-credentials", Boolean.class),
                element.child("allowed-methods")
                        .map(methods -> context.expression(methods, "preflight-result-max-age", Integer.class))
                        .orElse(null),
                texts(element, "allowed-origins", context),
                texts(element, "allowed-methods", context),
                texts(element, "allowed-headers", context),
                texts(element, "expose-headers", context));
        return new CorsStep(rules, context.required(element, "terminate-unmatched-request", Boolean.class));
    }

    private static List<Expression<String>> texts(PolicyElement element, String list, CompileContext context) {
        return element.child(list)
                .map(found -> found.children().stream()
                        .map(child -> context.text(child, String.class))
                        .toList())
                .orElse(List.of());
    }

    private static ElementSpec list(String name, String summary, String item, int min) {
        return ElementSpec.of(name, summary)
                .children(ElementSpec.of(item, "One of them, or *.")
                        .content(ElementSpec.Content.EXPRESSION, Type.STRING)
                        .occurs(min, Integer.MAX_VALUE))
                .occurs(min, 1);
    }
}
