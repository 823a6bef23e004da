package dev.apim.core.expression.el;

import static dev.apim.core.expression.context.ContextType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextMember;
import dev.apim.core.expression.context.ContextMember.Kind;
import dev.apim.core.expression.context.ContextMember.Reader;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.context.ContextTypes;
import dev.apim.core.expression.context.ReadableBody;
import dev.apim.http.BytesBody;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.ExpressionException;
import java.util.List;

/**
 * How bodies are read in EL, which has no type arguments: {@code Body.AsString()}, {@code Body.Json.customer.id}, {@code
 * Body.As('JObject')}. Unlike in C#, reading always preserves the content.
 */
final class ElBodies {
    /** A JSON tree: every name is a member, which may be absent. */
    static final ContextType JSON = ContextType.of("JToken", JsonNode.class);

    private static final ExchangeKey<Parsed> PARSED = ExchangeKey.of("el.parsed-body");

    /** The last body that was parsed, so that the expressions of one policy parse it once. */
    private record Parsed(BytesBody source, JsonNode tree) {}

    private ElBodies() {}

    /** The same for a body of the table, with the bodies that reading it reads. */
    static ContextType of(ContextType body) {
        BodyUse use = body.members().iterator().next().bodyUse();
        return ContextType.type(body.name(), ReadableBody.class)
                .add(member("As", Kind.METHOD, JSON, use, List.of(STRING), ElBodies::as))
                .add(member(
                        "AsFormUrlEncodedContent",
                        Kind.METHOD,
                        form(body),
                        use,
                        List.of(),
                        (target, x, a) -> ((ReadableBody) target).form(true)))
                .add(member(
                        "AsString",
                        Kind.METHOD,
                        STRING,
                        use,
                        List.of(),
                        (target, x, a) -> ((ReadableBody) target).text(true)))
                .add(member(
                        "Json", Kind.PROPERTY, JSON, use, List.of(), (target, x, a) -> json((ReadableBody) target, x)))
                .build();
    }

    /** A body of which it is not known whose it is. */
    static final ContextType ANY = of(ContextTypes.named("IMessageBody").orElseThrow());

    private static ContextType form(ContextType body) {
        ContextMember member = body.member("AsFormUrlEncodedContent");
        return member == null ? ContextType.OBJECT : member.type();
    }

    private static ContextMember member(
            String name, Kind kind, ContextType type, BodyUse use, List<ContextType> parameters, Reader reader) {
        return new ContextMember(name, kind, type, false, parameters, parameters.size(), use, Cost.UNBOUNDED, reader);
    }

    private static Object as(Object target, Exchange exchange, Object[] arguments) {
        ReadableBody body = (ReadableBody) target;
        String type = String.valueOf(arguments[0]);
        return switch (type) {
            case "string" -> body.text(true);
            case "byte[]" -> body.bytes(true).clone();
            case "JObject", "JArray", "JToken" -> checked(json(body, exchange), type);
            default ->
                throw new ExpressionException(
                        "A body cannot be read as '" + type + "'; expected string, byte[], JObject, JArray or JToken.");
        };
    }

    private static JsonNode checked(JsonNode tree, String type) {
        if ((type.equals("JObject") && !tree.isObject()) || (type.equals("JArray") && !tree.isArray())) {
            throw new ExpressionException("The body holds other JSON than a " + type + ".");
        }
        return tree;
    }

    private static JsonNode json(ReadableBody body, Exchange exchange) {
        BytesBody source = body.body().buffered();
        Parsed parsed = exchange.get(PARSED);
        if (source != null && parsed != null && parsed.source == source) {
            return parsed.tree;
        }
        JsonNode tree = body.json(true);
        if (source != null) {
            exchange.put(PARSED, new Parsed(source, tree));
        }
        return tree;
    }
}
