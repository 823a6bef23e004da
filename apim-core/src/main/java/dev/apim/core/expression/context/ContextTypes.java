package dev.apim.core.expression.context;

import static dev.apim.core.expression.context.ContextType.BOOL;
import static dev.apim.core.expression.context.ContextType.DATE_TIME;
import static dev.apim.core.expression.context.ContextType.GUID;
import static dev.apim.core.expression.context.ContextType.INT;
import static dev.apim.core.expression.context.ContextType.STRING;
import static dev.apim.core.expression.context.ContextType.TIME_SPAN;
import static dev.apim.core.expression.context.ContextType.VOID;

import dev.apim.policy.Exchange;
import dev.apim.policy.LastError;
import dev.apim.policy.ValidationError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of everything that {@code context} leads to. Nothing else is reachable from an expression. */
public final class ContextTypes {
    private static final ContextType LAST_ERROR = ContextType.type("ILastError", LastError.class)
            .property("Source", STRING, LastError::source)
            .nullable("Reason", STRING, LastError::reason)
            .property("Message", STRING, LastError::message)
            .nullable("Scope", STRING, (LastError error) -> text(error.scope()))
            .nullable("Section", STRING, (LastError error) -> text(error.section()))
            .nullable("Path", STRING, LastError::path)
            .nullable("PolicyId", STRING, LastError::policyId)
            .nullable(
                    "HttpErrorCode",
                    INT,
                    (error, exchange) -> exchange.response().status())
            .build();

    /** What a policy that validates put into its variable. */
    private static final ContextType VALIDATION_ERROR = ContextType.type("IValidationError", ValidationError.class)
            .property("Name", STRING, ValidationError::name)
            .property("Type", STRING, ValidationError::type)
            .property("ValidationRule", STRING, ValidationError::validationRule)
            .property("Details", STRING, ValidationError::details)
            .property("Action", STRING, ValidationError::action)
            .build();

    private static final ContextType CONTEXT = ContextType.type("IProxyRequestContext", Exchange.class)
            .nullable("Api", ResourceTypes.CONTEXT_API, Exchange::api)
            .property(
                    "Deployment",
                    DeploymentTypes.DEPLOYMENT,
                    exchange -> exchange.gateway().deployment())
            .property("Elapsed", TIME_SPAN, exchange -> Duration.ofNanos(exchange.elapsedNanos()))
            .nullable("GraphQL", GraphQlTypes.CONTEXT, exchange -> exchange.get(GraphQlScope.KEY))
            .nullable("LastError", LAST_ERROR, Exchange::lastError)
            .nullable("Operation", ResourceTypes.OPERATION, Exchange::operation)
            .nullable("Product", ResourceTypes.PRODUCT, Exchange::product)
            .property("Request", MessageTypes.REQUEST_OF_CONTEXT, Exchange::request)
            .property("RequestId", GUID, Exchange::requestId)
            .property("Response", MessageTypes.RESPONSE_OF_CONTEXT, Exchange::response)
            .nullable("Subscription", ResourceTypes.SUBSCRIPTION, Exchange::subscription)
            .property("Timestamp", DATE_TIME, Exchange::timestamp)
            .property("Tracing", BOOL, Exchange::tracing)
            .nullable("User", ResourceTypes.USER, Exchange::user)
            .property("Variables", Dictionaries.OBJECTS, Exchange::variables)
            .nullable(
                    "Workspace",
                    ResourceTypes.WORKSPACE,
                    (Exchange exchange) -> exchange.api() == null
                            ? null
                            : ResourceTypes.workspace(exchange, exchange.api().workspaceId()))
            .method("Trace", VOID, 1, List.of(STRING), (target, exchange, arguments) -> {
                exchange.trace(Objects.requireNonNullElse((String) arguments[0], ""));
                return null;
            })
            .build();

    /** Where two types have the same class, an object met at run time is taken for the one named first. */
    private static final List<ContextType> ALL = List.of(
            CONTEXT,
            ResourceTypes.CONTEXT_API,
            ResourceTypes.API,
            DeploymentTypes.DEPLOYMENT,
            DeploymentTypes.GATEWAY,
            DeploymentTypes.CERTIFICATE,
            MessageTypes.CLIENT_CERTIFICATE,
            GraphQlTypes.CONTEXT,
            GraphQlTypes.OBJECT_OF_FIELDS,
            LAST_ERROR,
            VALIDATION_ERROR,
            ResourceTypes.OPERATION,
            ResourceTypes.PRODUCT,
            ResourceTypes.GROUP,
            ResourceTypes.SUBSCRIPTION,
            ResourceTypes.USER,
            ResourceTypes.WORKSPACE,
            MessageTypes.REQUEST,
            MessageTypes.RESPONSE,
            MessageTypes.URL,
            MessageTypes.BODY,
            Dictionaries.HEADERS,
            Dictionaries.QUERY,
            Dictionaries.OBJECTS,
            Dictionaries.STRINGS);

    private static final Map<String, ContextType> BY_NAME = byName();

    private ContextTypes() {}

    /** The type of {@code context} itself; its values are exchanges. */
    public static ContextType context() {
        return CONTEXT;
    }

    /** The type of this C# name, where an expression may name it. A message of such a type may be any message. */
    public static Optional<ContextType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The types with members. */
    public static List<ContextType> all() {
        return ALL;
    }

    /** The type of an object met at run time, such as a response kept in a variable; {@code null}: it is none of the table. */
    public static @Nullable ContextType of(Object value) {
        for (ContextType type : ALL) {
            if (type.javaType().isInstance(value)) {
                return type;
            }
        }
        return null;
    }

    private static Map<String, ContextType> byName() {
        Map<String, ContextType> types = new LinkedHashMap<>();
        ALL.forEach(type -> types.putIfAbsent(type.name(), type));
        return Map.copyOf(types);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
