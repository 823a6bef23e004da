package dev.apim.ai;

import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.function.Function;

/** Has prompts and completions checked by Azure AI Content Safety (Azure: llm-content-safety). */
final class ContentSafetyPolicy implements PolicyType {
    private final Function<PolicyServices, IdentityTokens> identity;

    ContentSafetyPolicy(Function<PolicyServices, IdentityTokens> identity) {
        this.identity = identity;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("llm-content-safety", "Has prompts and answers checked by Azure AI Content Safety.")
                .sections(Section.INBOUND, Section.OUTBOUND)
                .attributes(
                        AttributeSpec.of("backend-id", Type.STRING, "Resource name of the service's backend.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("shield-prompt", Type.BOOLEAN, "Whether prompts are checked for attacks.")
                                .orExpression()
                                .or("false"),
                        AttributeSpec.of(
                                        "enforce-on-completions",
                                        Type.BOOLEAN,
                                        "In inbound: whether answers are checked, too.")
                                .orExpression()
                                .or("false"),
                        AttributeSpec.of("window-size", Type.INTEGER, "The most characters of an answer in one check.")
                                .between(1, TextWindows.LONGEST)
                                .orExpression(),
                        AttributeSpec.of(
                                        "window-overlap-size",
                                        Type.INTEGER,
                                        "Characters that each such window shares with the one before.")
                                .between(0, TextWindows.LONGEST)
                                .orExpression())
                .children(categories(), blocklists());
    }

    private static ElementSpec categories() {
        return ElementSpec.of("categories", "What is looked for.")
                .attributes(AttributeSpec.of("output-type", Type.STRING, "Which severities there are.")
                        .oneOf("FourSeverityLevels", "EightSeverityLevels")
                        .orExpression()
                        .or("FourSeverityLevels"))
                .children(ElementSpec.of("category", "One thing that is looked for.")
                        .attributes(
                                AttributeSpec.of("name", Type.STRING, "Its name.")
                                        .oneOf("Hate", "SelfHarm", "Sexual", "Violence")
                                        .orExpression()
                                        .mandatory(),
                                AttributeSpec.of("threshold", Type.INTEGER, "The severity from which on it is refused.")
                                        .between(0, 7)
                                        .orExpression()
                                        .mandatory()))
                .occurs(0, 1);
    }

    private static ElementSpec blocklists() {
        return ElementSpec.of("blocklists", "Lists of texts that are refused.")
                .children(ElementSpec.of("id", "Name of a list.").content(ElementSpec.Content.EXPRESSION, Type.STRING))
                .occurs(0, 1);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        if (context.section() != Section.OUTBOUND) {
            context.reads(BodyUse.REQUEST);
        }
        context.unbounded();
        element.attribute("backend-id").filter(Literals::isFinal).ifPresent(id -> {
            var unused = context.backend(element, id.text().strip());
        });
        return new ContentSafety(
                context.section(),
                context.required(element, "shield-prompt", Boolean.class),
                context.required(element, "enforce-on-completions", Boolean.class),
                new TextWindows.Sizes(
                        context.expression(element, "window-size", Integer.class),
                        context.expression(element, "window-overlap-size", Integer.class)),
                new SafetyService(
                        context.required(element, "backend-id", String.class),
                        checks(element, context),
                        context.scope(),
                        identity.apply(context.services()),
                        context.services()));
    }

    private static SafetyService.Checks checks(PolicyElement element, CompileContext context) {
        PolicyElement categories = element.child("categories").orElse(null);
        List<SafetyService.Category> wanted = element.children("categories").stream()
                .flatMap(all -> all.children("category").stream())
                .map(category -> new SafetyService.Category(
                        context.required(category, "name", String.class),
                        context.required(category, "threshold", Integer.class)))
                .toList();
        return new SafetyService.Checks(
                wanted,
                categories == null ? null : context.expression(categories, "output-type", String.class),
                element.children("blocklists").stream()
                        .flatMap(all -> all.children("id").stream())
                        .map(id -> context.text(id, String.class))
                        .toList());
    }
}
