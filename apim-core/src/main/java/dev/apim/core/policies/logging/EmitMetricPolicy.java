package dev.apim.core.policies.logging;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.telemetry.Metric;
import dev.apim.telemetry.MetricSink;
import java.util.Objects;
import java.util.Set;

/** Emits a value of a metric (Azure: emit-metric). */
final class EmitMetricPolicy implements PolicyType {
    private static final int MOST_DIMENSIONS = 10;

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("emit-metric", "Emits a value of a metric.")
                .attributes(
                        AttributeSpec.of("name", Type.STRING, "Name of the metric.")
                                .mandatory(),
                        AttributeSpec.of("namespace", Type.STRING, "Namespace of the metric.")
                                .or(Metric.DEFAULT_NAMESPACE),
                        AttributeSpec.of("value", Type.DECIMAL, "The value.")
                                .orExpression()
                                .or("1"))
                .children(Dimensions.spec());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        if (element.children("dimension").size() > MOST_DIMENSIONS) {
            context.error(
                    element.position(),
                    "emit-metric has " + element.children("dimension").size() + " dimensions, expected at most "
                            + MOST_DIMENSIONS + "; remove some");
        }
        return new Emit(
                Objects.requireNonNullElse(context.literal(element, "namespace", String.class), ""),
                Objects.requireNonNullElse(context.literal(element, "name", String.class), ""),
                context.required(element, "value", Double.class),
                Dimensions.compile(element, MOST_DIMENSIONS, Set.of(), context),
                context.services().metrics());
    }

    private record Emit(String namespace, String name, Expression<Double> value, Dimensions dimensions, MetricSink sink)
            implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Double measured = value.evaluate(exchange);
            if (measured == null || !Double.isFinite(measured)) {
                return Outcome.fail(PolicyFailure.internal(
                        "InvalidAttribute",
                        "The expression of value gave " + measured + ", expected a number; mend the expression."));
            }
            sink.record(new Metric(namespace, name, measured, dimensions.evaluate(exchange)));
            return Outcome.next();
        }

        @Override
        public String toString() {
            return "emit-metric " + namespace + "/" + name + " " + dimensions;
        }
    }
}
