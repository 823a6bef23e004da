package dev.apim.ai;

import dev.apim.core.policies.logging.Dimensions;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.telemetry.Metric;
import dev.apim.telemetry.MetricSink;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Emits what each answer of a model used (Azure: llm-emit-token-metric, azure-openai-emit-token-metric). */
final class TokenMetricPolicy implements PolicyType {
    private static final int MOST_OF_AUTHOR = 5;

    private final String element;

    TokenMetricPolicy(String element) {
        this.element = element;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(element, "Emits metrics of the tokens that calls of a language model use.")
                .sections(Section.INBOUND)
                .attributes(AttributeSpec.of("namespace", Type.STRING, "Namespace of the metrics.")
                        .or(Metric.DEFAULT_NAMESPACE))
                .children(Dimensions.spec());
    }

    @Override
    public Policy compile(PolicyElement written, CompileContext context) {
        context.reads(BodyUse.REQUEST);
        context.unbounded();
        return new Emit(
                Objects.requireNonNullElse(context.literal(written, "namespace", String.class), ""),
                Dimensions.compile(written, MOST_OF_AUTHOR, Set.of(Dimensions.BACKEND_ID), context),
                context.services().metrics());
    }

    private record Emit(String namespace, Dimensions dimensions, MetricSink sink) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            Map<String, String> values = dimensions.evaluate(exchange);
            TokenTally.of(exchange).onUsage(usage -> emit(usage, Dimensions.withBackend(values, exchange)));
            return Outcome.next();
        }

        private void emit(Usage usage, Map<String, String> values) {
            sink.record(new Metric(namespace, "Total Tokens", usage.total(), values));
            sink.record(new Metric(namespace, "Prompt Tokens", usage.prompt(), values));
            sink.record(new Metric(namespace, "Completion Tokens", usage.completion(), values));
        }

        @Override
        public String toString() {
            return "emit-token-metric " + namespace + " " + dimensions;
        }
    }
}
