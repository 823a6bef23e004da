package dev.apim.validation;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the media type of a body for another (Azure: {@code content-type-map}).
 *
 * @param any what every other body is taken for
 * @param missing what a body without a type is taken for
 * @param types in order; the first that matches the type that was sent decides, whatever the other two say
 */
record ContentTypeMap(@Nullable String any, @Nullable String missing, List<Mapping> types) {
    private static final ContentTypeMap NONE = new ContentTypeMap(null, null, List.of());

    /**
     * One entry.
     *
     * @param from media type; {@code null}: any
     * @param when condition; {@code null}: always
     * @param to media type
     */
    record Mapping(@Nullable String from, @Nullable Expression<Boolean> when, String to) {
        boolean applies(String type, Exchange exchange) {
            return (from == null || from.equals(type))
                    && (when == null || Boolean.TRUE.equals(when.evaluate(exchange)));
        }
    }

    static ElementSpec spec() {
        return ElementSpec.of("content-type-map", "What media types are taken for.")
                .attributes(
                        AttributeSpec.of(
                                "any-content-type-value",
                                Type.STRING,
                                "What every body is taken for that no <type> is about."),
                        AttributeSpec.of(
                                "missing-content-type-value",
                                Type.STRING,
                                "What a body without a media type is taken for."))
                .children(ElementSpec.of("type", "One media type that is taken for another.")
                        .attributes(
                                AttributeSpec.of(
                                        "from", Type.STRING, "Media type of the message; else `when` decides."),
                                AttributeSpec.of("when", Type.BOOLEAN, "Whether it is taken for the other.")
                                        .orExpression(),
                                AttributeSpec.of("to", Type.STRING, "What it is taken for.")
                                        .mandatory()))
                .occurs(0, 1);
    }

    static ContentTypeMap compile(PolicyElement policy, CompileContext context) {
        PolicyElement element = policy.child("content-type-map").orElse(null);
        if (element == null) {
            return NONE;
        }
        return new ContentTypeMap(
                context.literal(element, "any-content-type-value", String.class),
                context.literal(element, "missing-content-type-value", String.class),
                element.children("type").stream()
                        .map(type -> mapping(type, context))
                        .toList());
    }

    private static Mapping mapping(PolicyElement type, CompileContext context) {
        String from = context.literal(type, "from", String.class);
        String to = context.literal(type, "to", String.class);
        if (from == null && type.attribute("when").isEmpty()) {
            context.error(type.position(), "<type> needs 'from' or 'when'; without either it would apply always");
        }
        return new Mapping(
                from == null ? null : MediaType.type(from),
                context.expression(type, "when", Boolean.class),
                to == null ? "" : to);
    }

    MediaType applied(MediaType sent, Exchange exchange) {
        for (Mapping mapping : types) {
            if (mapping.applies(sent.type(), exchange)) {
                return sent.as(mapping.to());
            }
        }
        if (any != null) {
            return sent.as(any);
        }
        return sent.type().isEmpty() ? sent.as(missing) : sent;
    }
}
