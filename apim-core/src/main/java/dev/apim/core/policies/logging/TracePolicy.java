package dev.apim.core.policies.logging;

import dev.apim.core.policies.message.Engine;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes a message to the request's trace and to the log (Azure: trace). The logger is {@code dev.apim.trace}; {@code verbose} is its
 * debug level.
 */
final class TracePolicy implements PolicyType {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.trace");

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("trace", "Writes a message to the trace and to the log.")
                .sections(Section.INBOUND, Section.BACKEND, Section.OUTBOUND, Section.ON_ERROR)
                .attributes(
                        AttributeSpec.of("source", Type.STRING, "Who says it.").mandatory(),
                        AttributeSpec.of("severity", Type.STRING, "How much it matters.")
                                .oneOf("verbose", "information", "error")
                                .or("verbose"))
                .children(
                        ElementSpec.of("message", "What to say.")
                                .content(ElementSpec.Content.EXPRESSION, Type.STRING)
                                .occurs(0, 1),
                        ElementSpec.of("metadata", "Something to say along with it.")
                                .attributes(
                                        AttributeSpec.of("name", Type.STRING, "Its name.")
                                                .mandatory()
                                                .orExpression(),
                                        AttributeSpec.of("value", Type.STRING, "Its value.")
                                                .mandatory()
                                                .orExpression()))
                .content(ElementSpec.Content.EXPRESSION, Type.STRING);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        if (element.child("message").isEmpty()) {
            context.doubt(element.position(), "<trace> lacks <message>; its text is taken for the message");
        }
        List<Item> metadata = new ArrayList<>();
        for (PolicyElement child : element.children("metadata")) {
            metadata.add(new Item(
                    context.required(child, "name", String.class), context.required(child, "value", String.class)));
        }
        return new Step(
                text(context.literal(element, "source", String.class)),
                level(text(context.literal(element, "severity", String.class))),
                context.text(element.child("message").orElse(element), String.class),
                List.copyOf(metadata));
    }

    private static String text(@org.jspecify.annotations.Nullable String literal) {
        return Objects.requireNonNullElse(literal, "");
    }

    private static Level level(String severity) {
        return switch (severity.toLowerCase(java.util.Locale.ROOT)) {
            case "information" -> Level.INFO;
            case "error" -> Level.ERROR;
            default -> Level.DEBUG;
        };
    }

    private record Item(Expression<String> name, Expression<String> value) {}

    private record Step(String source, Level level, Expression<String> message, List<Item> metadata) implements Policy {
        /** Evaluates even where nobody listens: what an expression throws or consumes must not depend on a log level. */
        @Override
        public Outcome apply(Exchange exchange) {
            StringBuilder text = new StringBuilder("[").append(source).append("] ");
            text.append(message.evaluate(exchange));
            for (Item item : metadata) {
                text.append(' ')
                        .append(item.name().evaluate(exchange))
                        .append('=')
                        .append(item.value().evaluate(exchange));
            }
            String line = oneLine(text);
            exchange.trace(line);
            if (LOG.isEnabledForLevel(level)) {
                LOG.atLevel(level).log("request {}: {}", exchange.requestId(), Engine.redacted(exchange, line));
            }
            return Outcome.next();
        }

        /** A message holds what a caller sent: it must not begin a line of its own. */
        private static String oneLine(StringBuilder text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    text.setCharAt(i, ' ');
                }
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return "trace source=" + source + " severity=" + level;
        }
    }
}
