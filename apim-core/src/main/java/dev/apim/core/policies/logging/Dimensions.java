package dev.apim.core.policies.logging;

import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.Literals;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dimensions of a metric in a policy's {@code dimension} children (Azure: emit-metric). Immutable and thread-safe. */
public final class Dimensions {
    /** The dimension that tells the backend entity, which is known only once one is chosen. */
    public static final String BACKEND_ID = "Backend ID";

    private static final int LONGEST = 1_024;
    private static final List<String> COMMON =
            List.of("API ID", "Operation ID", "Product ID", "User ID", "Subscription ID", "Location", "Gateway ID");

    private final List<Item> items;

    /** A dimension; without an expression, its name says what it is. */
    private record Item(Expression<String> name, @Nullable Expression<String> value) {}

    private Dimensions(List<Item> items) {
        this.items = items;
    }

    /** The child element. */
    public static ElementSpec spec() {
        return ElementSpec.of("dimension", "What the value belongs to.")
                .attributes(
                        AttributeSpec.of("name", Type.STRING, "Name of the dimension.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("value", Type.STRING, "Its value; not needed for the known dimensions.")
                                .orExpression())
                .occurs(1, Integer.MAX_VALUE);
    }

    /**
     * Compiles the children of an element.
     *
     * @param most how many of them may have a value of the author's
     * @param more names beyond the common ones that need no value
     */
    public static Dimensions compile(PolicyElement element, int most, Set<String> more, CompileContext context) {
        List<Item> items = new ArrayList<>();
        Set<String> known = Stream.concat(COMMON.stream(), more.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        for (PolicyElement child : element.children("dimension")) {
            Expression<String> value = context.expression(child, "value", String.class);
            String name = child.attribute("name")
                    .filter(Literals::isFinal)
                    .map(Value::text)
                    .orElse(null);
            if (value == null && name != null && !known.contains(name.toLowerCase(Locale.ROOT))) {
                context.doubt(
                        child.position(),
                        "dimension '" + name + "' has no value and is left out; add one, or name one of "
                                + String.join(", ", COMMON) + (more.isEmpty() ? "" : ", " + String.join(", ", more)));
            } else {
                items.add(new Item(context.required(child, "name", String.class), value));
            }
        }
        long given = items.stream().filter(item -> item.value() != null).count();
        if (given > most) {
            context.error(
                    element.position(),
                    "<" + element.name() + "> has " + given + " dimensions with a value, expected at most " + most
                            + "; remove some");
        }
        return new Dimensions(List.copyOf(items));
    }

    /** Their values for a request, by name; the backend is the one that is chosen by now. */
    public Map<String, String> evaluate(Exchange exchange) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Item item : items) {
            String name = Objects.requireNonNullElse(item.name().evaluate(exchange), "");
            String value = item.value() == null
                    ? known(name, exchange)
                    : Objects.requireNonNullElse(item.value().evaluate(exchange), "");
            if (!name.isEmpty()) {
                values.put(cut(name), cut(value));
            }
        }
        return values;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The same values with the backend that was chosen since. */
    public static Map<String, String> withBackend(Map<String, String> values, Exchange exchange) {
        Map<String, String> later = new LinkedHashMap<>(values);
        later.computeIfPresent(BACKEND_ID, (name, before) -> before.isEmpty() ? known(name, exchange) : before);
        return later;
    }

    private static String known(String name, Exchange exchange) {
        Api api = exchange.api();
        Operation operation = exchange.operation();
        Product product = exchange.product();
        User user = exchange.user();
        Subscription subscription = exchange.subscription();
        Destination destination = exchange.get(Destination.CHOSEN);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "api id" -> api == null ? "" : api.id();
            case "operation id" -> operation == null ? "" : operation.id();
            case "product id" -> product == null ? "" : product.id();
            case "user id" -> user == null ? "" : user.id();
            case "subscription id" -> subscription == null ? "" : subscription.id();
            case "location" -> exchange.gateway().deployment().region();
            case "gateway id" -> exchange.gateway().deployment().gatewayId();
            case "backend id" ->
                destination == null || destination.backend() == null
                        ? ""
                        : destination.backend().id();
            default -> "";
        };
    }

    /** How many there are. */
    @Override
    public String toString() {
        return items.size() + " dimensions";
    }
}
