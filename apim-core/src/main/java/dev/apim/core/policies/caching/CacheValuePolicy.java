package dev.apim.core.policies.caching;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.core.pipeline.CodeBuilder;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;

/**
 * Takes a value from the cache, or computes it with the policies in it and stores it (Azure: cache-value). One request at a time
 * computes; the others wait for it, or take the old value while there is one.
 */
final class CacheValuePolicy implements ControlPolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cache-value", "Takes a value from the cache, or computes and stores it.")
                .attributes(
                        AttributeSpec.of("key", Type.STRING, "Of the value.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of(
                                        "variable-name",
                                        Type.STRING,
                                        "Variable that takes the value, and that the policies within set.")
                                .mandatory(),
                        AttributeSpec.of("expires-after", Type.INTEGER, "Seconds the value is kept.")
                                .mandatory()
                                .orExpression()
                                .between(1, Integer.MAX_VALUE),
                        AttributeSpec.of(
                                        "refresh-after",
                                        Type.INTEGER,
                                        "Seconds after which one request computes it anew, while others take the old one.")
                                .orExpression()
                                .between(1, Integer.MAX_VALUE),
                        AttributeSpec.of("default-value", Type.ANY, "What the variable takes where none is computed.")
                                .orExpression(),
                        CachingType.ATTRIBUTE)
                .children(ElementSpec.of("value", "Policies that set the variable.")
                        .content(ElementSpec.Content.POLICIES, Type.STRING)
                        .occurs(1, 1));
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        CompileContext context = emitter.context();
        CachingType.check(element, context);
        String variable = context.literal(element, "variable-name", String.class);
        Expression<Integer> expires = context.required(element, "expires-after", Integer.class);
        Expression<Integer> refresh = context.expression(element, "refresh-after", Integer.class);
        order(element, context);
        CacheValue value = new CacheValue(
                context.required(element, "key", String.class),
                variable == null ? "" : variable,
                expires,
                refresh,
                context.expression(element, "default-value", Object.class),
                context.services());
        CodeBuilder.Needs needs = emitter.needs();
        CodeBuilder.Label end = new CodeBuilder.Label();
        emitter.code().leaf(value::lookUp, emitter.origin(), needs);
        emitter.code().jumpUnless(value.computes(), end, emitter.origin(), CodeBuilder.Needs.NONE);
        element.child("value").ifPresent(emitter::children);
        emitter.code().leaf(value::store, emitter.origin(), needs);
        emitter.code().mark(end);
    }

    /** A value that expires before it is refreshed is never refreshed. */
    private static void order(PolicyElement element, CompileContext context) {
        Integer expires = seconds(element, "expires-after");
        Integer refresh = seconds(element, "refresh-after");
        if (expires != null && refresh != null && refresh >= expires) {
            context.doubt(
                    element.attribute("refresh-after").orElseThrow().position(),
                    "refresh-after is " + refresh + ", expected less than expires-after, which is " + expires
                            + "; the value is never refreshed");
        }
    }

    private static @org.jspecify.annotations.Nullable Integer seconds(PolicyElement element, String name) {
        String text = element.attribute(name).map(v -> v.text().strip()).orElse("");
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }
}
