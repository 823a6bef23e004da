package dev.apim.core.policies.message;

import dev.apim.backend.BackendCapability;
import dev.apim.core.backend.ClientLimits;
import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of one header, in any policy that has {@code set-header} in it (Azure: set-header). Immutable and thread-safe. What is
 * literal is checked and joined when it is compiled.
 */
public final class HeaderEdit {
    private final Expression<String> name;
    private final Expression<String> action;
    private final List<Expression<String>> values;
    private final @Nullable HeaderWrite ready;

    private HeaderEdit(
            Expression<String> name,
            Expression<String> action,
            List<Expression<String>> values,
            @Nullable HeaderWrite ready) {
        this.name = name;
        this.action = action;
        this.values = values;
        this.ready = ready;
    }

    /** The element. */
    public static ElementSpec spec() {
        return ElementSpec.of("set-header", "Sets, adds to or removes a header.")
                .attributes(
                        AttributeSpec.of("name", AttributeSpec.Type.STRING, "Name of the header.")
                                .mandatory()
                                .orExpression(),
                        ExistsAction.attribute())
                .children(ElementSpec.of("value", "A value.")
                        .content(ElementSpec.Content.EXPRESSION, AttributeSpec.Type.STRING));
    }

    /** Compiles a {@code set-header} element. */
    public static HeaderEdit compile(PolicyElement element, CompileContext context) {
        Expression<String> name = context.required(element, "name", String.class);
        Expression<String> action = context.required(element, "exists-action", String.class);
        List<Expression<String>> values = new ArrayList<>();
        for (PolicyElement value : element.children("value")) {
            values.add(context.text(value, String.class));
        }
        check(element, values, context);
        return new HeaderEdit(name, action, List.copyOf(values), ready(element));
    }

    /** Warns of a literal {@code Host} for a backend where the client at hand cannot send one of its own. */
    public static void checkHost(PolicyElement element, CompileContext context) {
        Value name = element.attribute("name").orElse(Value.literal("", element.position()));
        boolean deletes = element.attribute("exists-action")
                .filter(action -> action.text().equals("delete"))
                .isPresent();
        if (!deletes && !name.isExpression() && name.text().strip().equalsIgnoreCase("Host")) {
            ClientLimits.warning(context.services().backendClient(), BackendCapability.HOST_OVERRIDE)
                    .ifPresent(problem -> context.warning(name.position(), problem));
        }
    }

    /** All the {@code set-header} elements in another, in order. */
    public static List<HeaderEdit> compileAll(PolicyElement parent, CompileContext context) {
        return parent.children("set-header").stream()
                .map(child -> compile(child, context))
                .toList();
    }

    /**
     * Makes the change.
     *
     * @return why it cannot be made, or {@code null}
     */
    public @Nullable PolicyFailure apply(Exchange exchange, Headers headers) {
        HeaderWrite write = resolve(exchange);
        if (write.problem() == null) {
            write.to(headers);
        }
        return write.problem();
    }

    /** Makes the change to the exchange's request, where a new {@code Host} is to override the destination's. */
    public @Nullable PolicyFailure applyToRequest(Exchange exchange) {
        HeaderWrite write = resolve(exchange);
        if (write.problem() != null) {
            return write.problem();
        }
        write.to(exchange.request().headers());
        if (write.puts("Host")) {
            exchange.put(Destination.HOST_SET, true);
        }
        return null;
    }

    /** Makes all the changes in order, up to the first that fails. */
    public static @Nullable PolicyFailure applyAll(List<HeaderEdit> edits, Exchange exchange, Headers headers) {
        for (int i = 0; i < edits.size(); i++) {
            PolicyFailure failure = edits.get(i).apply(exchange, headers);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** The configuration; values may be secret and are only counted. */
    @Override
    public String toString() {
        return "set-header name=" + name + " exists-action=" + action + " values=" + values.size();
    }

    private HeaderWrite resolve(Exchange exchange) {
        if (ready != null) {
            return ready;
        }
        ExistsAction chosen = ExistsAction.named(action.evaluate(exchange));
        String field = Objects.requireNonNullElse(name.evaluate(exchange), "").strip();
        List<String> given = new ArrayList<>(values.size());
        for (Expression<String> value : values) {
            String text = value.evaluate(exchange);
            if (text != null) {
                given.add(text);
            }
        }
        return chosen == null ? HeaderWrite.failed(ExistsAction.unknown()) : HeaderWrite.of(field, chosen, given);
    }

    /** What it writes every time, where nothing in it is computed. */
    private static @Nullable HeaderWrite ready(PolicyElement element) {
        List<Value> given =
                element.children("value").stream().map(PolicyElement::text).toList();
        boolean computed = given.stream().anyMatch(Value::isExpression)
                || element.attributes().stream().anyMatch(a -> a.value().isExpression());
        ExistsAction chosen = ExistsAction.named(
                element.attribute("exists-action").map(Value::text).orElse("override"));
        if (computed || chosen == null) {
            return null;
        }
        String name = element.attribute("name").map(Value::text).orElse("").strip();
        return HeaderWrite.of(name, chosen, given.stream().map(Value::text).toList());
    }

    private static void check(PolicyElement element, List<Expression<String>> values, CompileContext context) {
        Value name = element.attribute("name").orElse(Value.literal("", element.position()));
        String action = element.attribute("exists-action").map(Value::text).orElse("override");
        boolean delete = ExistsAction.named(action) == ExistsAction.DELETE;
        if (Literals.isFinal(name)) {
            checkName(name, delete, context);
        }
        if (delete && !values.isEmpty()) {
            context.warning(
                    element.position(), "set-header with exists-action=\"delete\" sets nothing; remove its <value>");
        }
        if (!delete && values.isEmpty() && ExistsAction.named(action) != null) {
            context.error(element.position(), "set-header has no <value>; add one, or set exists-action=\"delete\"");
        }
        for (PolicyElement value : element.children("value")) {
            if (Literals.isFinal(value.text())
                    && !FieldSyntax.isValue(value.text().text())) {
                context.warning(
                        value.position(),
                        "the value holds a line end, another control character or one beyond ISO 8859-1, which no"
                                + " header may; a request that gets here fails. Write it on one line");
            }
        }
    }

    private static void checkName(Value name, boolean delete, CompileContext context) {
        String field = name.text().strip();
        if (!FieldSyntax.isToken(field)) {
            Literals.refuse(name, "'" + field + "' is no header name; expected letters, digits and -", context);
        } else if (HeaderWrite.isFixed(field, delete ? ExistsAction.DELETE : ExistsAction.OVERRIDE)) {
            context.warning(
                    name.position(),
                    "header '" + field + "' cannot be " + (delete ? "removed" : "changed")
                            + " by a policy: the gateway makes it itself; this statement does nothing");
        }
    }
}
