package dev.apim.core.policies.transform;

import dev.apim.core.expression.csharp.VariableTypes;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Value;
import java.util.Objects;

/** Keeps a value for the rest of the request (Azure: set-variable). */
final class SetVariablePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("set-variable", "Keeps a value for the rest of the request.")
                .attributes(
                        AttributeSpec.of("name", AttributeSpec.Type.STRING, "Name of the variable.")
                                .mandatory(),
                        AttributeSpec.of("value", AttributeSpec.Type.ANY, "Value; a literal is a string.")
                                .mandatory()
                                .orExpression());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        String name = Objects.requireNonNullElse(context.literal(element, "name", String.class), "");
        Expression<Object> value = context.required(element, "value", Object.class);
        VariableTypes.refused(value)
                .ifPresent(type -> context.doubt(
                        element.attribute("value").map(Value::position).orElse(element.position()),
                        "set-variable keeps no " + type + " in Azure; expected " + VariableTypes.ALLOWED));
        return new Step(name, value);
    }

    private record Step(String name, Expression<Object> value) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            exchange.variables().put(name, value.evaluate(exchange));
            return Outcome.next();
        }

        /** Without the value, which may be secret. */
        @Override
        public String toString() {
            return "set-variable name=" + name;
        }
    }
}
