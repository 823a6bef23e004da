package dev.apim.core.policies.integration;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.access.OutboundAuthentication;
import dev.apim.core.policies.access.OutboundCredentials;
import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.Destination;
import dev.apim.core.policies.message.HeaderEdit;
import dev.apim.core.policies.message.HopByHop;
import dev.apim.core.policies.message.MethodEdit;
import dev.apim.core.policies.message.ProxyChoice;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.RequestMessage;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request a policy sends.
 *
 * @param policy the element's name
 * @param mode {@code new} or {@code copy}
 * @param target where to; absent in a copy that goes where the original goes
 * @param method in place of the original's
 * @param headers changes
 * @param body in place of the original's
 * @param copiesBody whether a copy has the original's body
 * @param computed the rule where a copy follows the original to a computed base
 * @param proxy between, if there is one
 * @param authentication how the gateway names itself, if it does
 */
record Outbound(
        String policy,
        Expression<String> mode,
        @Nullable Target target,
        @Nullable MethodEdit method,
        List<HeaderEdit> headers,
        @Nullable BodyEdit body,
        boolean copiesBody,
        AddressRule computed,
        @Nullable ProxyChoice proxy,
        @Nullable OutboundAuthentication authentication) {
    private static final ConnectionOptions PUBLIC = new ConnectionOptions(true, true, null, AddressRule.PUBLIC);

    /** The rule for a URL that the operator wrote out. */
    static final AddressRule OPERATORS_WORD = AddressRule.ANY;

    /**
     * Where to.
     *
     * @param url as configured
     * @param ready parsed, where it is a literal
     * @param addresses what it may lead to
     */
    record Target(Expression<String> url, @Nullable Url ready, AddressRule addresses) {}

    /** A request ready to go, or why there is none. */
    record Made(
            @Nullable RequestMessage request,
            AddressRule addresses,
            ConnectionOptions.@Nullable Proxy proxy,
            @Nullable PolicyFailure failure) {
        static Made failed(String reason, String message) {
            return new Made(null, AddressRule.PUBLIC, null, PolicyFailure.internal(reason, message));
        }

        /** For the client: to be answered within {@code wait}. */
        BackendRequest backendRequest(RequestMessage made, Duration wait, OutboundCredentials credentials) {
            return new BackendRequest(
                    made.method(),
                    made.url(),
                    made.headers(),
                    made.body().take(),
                    wait,
                    Duration.ZERO,
                    credentials
                            .over(addresses == AddressRule.PUBLIC ? PUBLIC : ConnectionOptions.DEFAULT)
                            .through(proxy));
        }
    }

    /** What goes on with a request that has all it needs. */
    interface Send {
        Outcome of(Exchange exchange, BackendRequest request);

        /** What it means that the gateway could name itself in the request, or could not. */
        default Outcome authenticated(Outcome outcome) {
            return outcome;
        }
    }

    /** Makes the request, lets the gateway name itself in it, and sends it. */
    Outcome send(Exchange exchange, Duration wait, Send send) {
        Made made = make(exchange);
        RequestMessage request = made.request();
        PolicyFailure failure = made.failure();
        if (request == null || failure != null) {
            return Outcome.fail(
                    failure == null ? PolicyFailure.internal("InvalidAttribute", policy + " made nothing.") : failure);
        }
        OutboundCredentials credentials = new OutboundCredentials(request.headers());
        return authentication == null
                ? send.of(exchange, made.backendRequest(request, wait, credentials))
                : send.authenticated(authentication.apply(
                        exchange, credentials, e -> send.of(e, made.backendRequest(request, wait, credentials))));
    }

    private Made make(Exchange exchange) {
        boolean copy = "copy".equalsIgnoreCase(Objects.requireNonNullElse(mode.evaluate(exchange), ""));
        if (!copy && (target == null || method == null)) {
            return Made.failed(
                    "InvalidAttribute", policy + " with mode \"new\" needs <set-url> and <set-method>; add them.");
        }
        Url url;
        try {
            url = target == null ? exchange.request().url() : resolve(target, exchange);
        } catch (IllegalArgumentException e) {
            return Made.failed("InvalidUri", "set-url gave no absolute http or https URL; mend the expression.");
        }
        boolean withBody = copy && copiesBody && body == null;
        if (withBody && exchange.request().body().isGone()) {
            return Made.failed(
                    BackendFailure.BODY_GONE,
                    "The request body was read before and not preserved, so " + policy + " cannot copy it; read it with"
                            + " preserveContent: true.");
        }
        RequestMessage request = copy
                ? copy(exchange.request(), url, withBody)
                : new RequestMessage("GET", url, new Headers(), Body.empty());
        PolicyFailure failure = edit(exchange, request);
        return new Made(
                failure == null ? request : null,
                addresses(exchange),
                proxy == null ? null : proxy.evaluate(exchange),
                failure);
    }

    private AddressRule addresses(Exchange exchange) {
        if (target != null) {
            return target.addresses();
        }
        Destination chosen = exchange.get(Destination.CHOSEN);
        return chosen != null && chosen.computed() ? computed : AddressRule.ANY;
    }

    private static Url resolve(Target target, Exchange exchange) {
        return target.ready() == null
                ? Url.parse(Objects.requireNonNullElse(target.url().evaluate(exchange), ""))
                : target.ready();
    }

    /** The destination names itself in {@code Host}; and policies cannot read a compressed answer. */
    private static RequestMessage copy(RequestMessage original, Url url, boolean withBody) {
        Headers headers = HopByHop.endToEnd(original.headers());
        headers.remove("Host");
        headers.remove("Content-Length");
        headers.remove("Accept-Encoding");
        headers.remove("Expect");
        BytesBody bytes = withBody ? original.body().buffered() : null;
        return new RequestMessage(original.method(), url, headers, bytes == null ? Body.empty() : bytes);
    }

    private @Nullable PolicyFailure edit(Exchange exchange, RequestMessage request) {
        PolicyFailure failure = method == null ? null : method.apply(exchange, request);
        if (failure == null) {
            failure = HeaderEdit.applyAll(headers, exchange, request.headers());
        }
        return failure == null && body != null ? body.apply(exchange, request.headers(), request.body()) : failure;
    }

    @Override
    public String toString() {
        return "mode=" + mode + (method == null ? "" : " " + method) + " headers=" + headers.size()
                + (body == null ? "" : " " + body);
    }
}
