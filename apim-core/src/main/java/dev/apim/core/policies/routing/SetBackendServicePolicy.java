package dev.apim.core.policies.routing;

import dev.apim.core.expression.UnfilledLiteral;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.Literals;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the request to another base URL or backend (Azure: set-backend-service). */
final class SetBackendServicePolicy implements PolicyType {
    private final AddressPolicy addresses;
    private final FabricNames fabric;

    SetBackendServicePolicy(AddressPolicy addresses, FabricNames fabric) {
        this.addresses = addresses;
        this.fabric = fabric;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("set-backend-service", "Sends the request to another base URL or backend.")
                .attributes(
                        text("base-url", "Absolute base URL; the operation's path and query follow it."),
                        text("backend-id", "Resource name of a backend."),
                        AttributeSpec.of(
                                        "sf-resolve-condition",
                                        AttributeSpec.Type.BOOLEAN,
                                        "Service Fabric: whether the cluster is asked anew.")
                                .orExpression(),
                        text("sf-service-instance-name", "Service Fabric: the service in place of the backend's."),
                        AttributeSpec.of(
                                        "sf-partition-key",
                                        AttributeSpec.Type.ANY,
                                        "Service Fabric: a number or name that tells the partition.")
                                .orExpression(),
                        text("sf-replica-type", "Service Fabric: which replica.")
                                .oneOf("primary", "secondary"),
                        text("sf-listener-name", "Service Fabric: which of its listeners."),
                        text("dapr-app-id", "Dapr: the application; with backend-id=\"dapr\"."),
                        text("dapr-method", "Dapr: the method."),
                        text("dapr-namespace", "Dapr: the application's namespace."));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Optional<Value> baseUrl = element.attribute("base-url");
        Optional<Value> backendId = element.attribute("backend-id");
        if (baseUrl.isPresent() == backendId.isPresent()) {
            context.error(
                    element.position(),
                    "set-backend-service has "
                            + (baseUrl.isPresent() ? "both base-url and backend-id" : "neither base-url nor backend-id")
                            + "; expected exactly one of them");
        }
        boolean dapr = backendId.filter(id -> id.text().equals("dapr")).isPresent()
                && (element.attribute("dapr-app-id").isPresent()
                        || element.attribute("dapr-method").isPresent());
        if (dapr) {
            return dapr(element, context);
        }
        if (baseUrl.isPresent()) {
            warnOfServiceFabric(element, context);
        }
        if (backendId.isPresent()) {
            return named(element, backendId.get(), context);
        }
        return baseUrl.isPresent()
                ? based(element, baseUrl.get(), context)
                : new Unsupported(PolicyFailure.internal("BackendNotFound", "set-backend-service names no backend."));
    }

    private Policy based(PolicyElement element, Value value, CompileContext context) {
        boolean computed = value.isExpression();
        if (computed) {
            addresses.checkComputed(value.position(), context);
        }
        Url ready = Literals.isFinal(value) ? literal(value, context) : null;
        return new ToBaseUrl(context.required(element, "base-url", String.class), ready, computed, context.scope());
    }

    private static @Nullable Url literal(Value value, CompileContext context) {
        if (value.text().startsWith("fabric:")) {
            context.warning(
                    value.position(),
                    "a Service Fabric name needs a cluster to resolve it; a request that gets here fails. Name a backend"
                            + " with a serviceFabricCluster in backend-id");
            return null;
        }
        if (value.text().isBlank()) {
            context.doubt(
                    value.position(), "base-url is empty; a request that gets here fails. Write an http or https URL");
            return null;
        }
        try {
            Url url = Url.parse(value.text());
            if (!url.query().isEmpty()) {
                context.warning(
                        value.position(), "the query of base-url is left out; use set-query-parameter in its place");
            }
            return url.withQuery("");
        } catch (IllegalArgumentException e) {
            Literals.refuse(value, "base-url: " + e.getMessage(), context);
            return null;
        }
    }

    private Policy named(PolicyElement element, Value value, CompileContext context) {
        boolean unfilled = Literals.isFinal(value) && UnfilledLiteral.mayBe(value);
        if (unfilled) {
            context.doubt(value.position(), "backend '" + value.text() + "' cannot exist" + UnfilledLiteral.ADVICE);
        }
        Optional<Backend> backend = Literals.isFinal(value) && !unfilled
                ? context.backend(element, value.text().strip())
                : Optional.empty();
        if (backend.isPresent() && backend.get().serviceFabric() == null) {
            warnOfServiceFabric(element, context);
        }
        return new ToBackend(
                context.required(element, "backend-id", String.class),
                context.scope(),
                ToService.of(element, fabric, context));
    }

    private static Policy dapr(PolicyElement element, CompileContext context) {
        for (String name : new String[] {"dapr-app-id", "dapr-method"}) {
            if (element.attribute(name).isEmpty()) {
                context.error(
                        element.position(),
                        "set-backend-service with backend-id=\"dapr\" lacks its attribute '" + name + "'; add it");
                return new Unsupported(PolicyFailure.internal("InvalidAttribute", name + " is missing."));
            }
        }
        return ToDapr.of(element, context);
    }

    private static void warnOfServiceFabric(PolicyElement element, CompileContext context) {
        for (PolicyElement.Attribute attribute : element.attributes()) {
            if (attribute.name().startsWith("sf-")) {
                context.warning(
                        attribute.position(),
                        attribute.name()
                                + " is for Service Fabric, and this is no service of a cluster; it has no effect");
            }
        }
    }

    private static AttributeSpec text(String name, String summary) {
        return AttributeSpec.of(name, AttributeSpec.Type.STRING, summary).orExpression();
    }
}
