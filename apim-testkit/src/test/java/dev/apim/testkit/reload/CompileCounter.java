package dev.apim.testkit.reload;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import java.util.ArrayList;
import java.util.List;

/** {@code <compiled in="name"/>}: tells when the document that holds it is compiled, and adds the revision it runs under to a field. */
final class CompileCounter implements PolicyType {
    private final List<String> compiled = new ArrayList<>();

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("compiled", "Tells when it is compiled.")
                .attributes(AttributeSpec.of("in", AttributeSpec.Type.STRING, "name of the document")
                        .mandatory());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        compiled.add(context.literal(element, "in", String.class));
        return exchange -> {
            exchange.request().headers().add("X-Revision", exchange.gateway().revision());
            exchange.onResponse(ended ->
                    ended.response().headers().set("X-Revision", ended.gateway().revision()));
            return Outcome.next();
        };
    }

    /** What was compiled since it was last asked. */
    List<String> since() {
        List<String> all = List.copyOf(compiled);
        compiled.clear();
        return all;
    }
}
