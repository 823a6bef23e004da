package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.Timeout;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Sends the request to the backend and takes its response (Azure: forward-request). Bodies stream both ways, so {@code
 * buffer-response} makes no difference: every chunk goes on as it comes.
 */
final class ForwardRequestPolicy implements PolicyType {
    private final AddressPolicy addresses;
    private final Circuits circuits;
    private final Pools pools;

    /** With the circuit breakers of all the gateway's backends. */
    ForwardRequestPolicy(AddressPolicy addresses, Circuits circuits) {
        this.addresses = addresses;
        this.circuits = circuits;
        this.pools = new Pools(circuits);
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("forward-request", "Sends the request to the backend.")
                .sections(Section.BACKEND)
                .attributes(
                        seconds("timeout", "Seconds to wait for the response head.")
                                .or("300"),
                        seconds("timeout-ms", "The same in milliseconds; instead of timeout."),
                        seconds("continue-timeout", "Seconds to wait for 100 Continue."),
                        AttributeSpec.of("http-version", Type.STRING, "Protocol towards the backend.")
                                .oneOf("1", "2or1", "2")
                                .or("1"),
                        flag("follow-redirects", "Whether redirects are followed here, at most 3.")
                                .orExpression()
                                .or("false"),
                        flag("buffer-request-body", "Whether the body is kept, so that a retry can send it again.")
                                .or("false"),
                        flag("buffer-response", "Whether the response may be held back in small chunks.")
                                .or("true"),
                        flag("fail-on-error-status-code", "Whether a response of 400 to 599 is an error.")
                                .or("false"));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        warn(element, context);
        boolean millis = element.attribute("timeout-ms").isPresent();
        element.attribute("follow-redirects")
                .filter(follow -> follow.isExpression() || follow.text().equals("true"))
                .ifPresent(follow -> addresses.checkComputed(follow.position(), context));
        boolean waits = element.attribute("continue-timeout").isPresent();
        boolean keep = literal(element, "buffer-request-body", context);
        if (keep) {
            context.reads(BodyUse.REQUEST);
        }
        Timeout timeout = millis
                ? Timeout.of(element, "timeout-ms", ChronoUnit.MILLIS, context)
                : Timeout.of(element, "timeout", ChronoUnit.SECONDS, context);
        return new ForwardStep(
                timeout,
                waits ? Timeout.of(element, "continue-timeout", ChronoUnit.SECONDS, context) : null,
                context.required(element, "follow-redirects", Boolean.class),
                keep,
                literal(element, "fail-on-error-status-code", context),
                new Outgoing(context.services().backendClient(), addresses.computed()),
                new BackendTurn(pools, circuits, context.services().time()));
    }

    private static boolean literal(PolicyElement element, String attribute, CompileContext context) {
        return Objects.requireNonNullElse(context.literal(element, attribute, Boolean.class), false);
    }

    private static void warn(PolicyElement element, CompileContext context) {
        if (element.attribute("timeout").isPresent()
                && element.attribute("timeout-ms").isPresent()) {
            context.error(element.position(), "forward-request has both timeout and timeout-ms; keep one of them");
        }
        Value version = element.attribute("http-version").orElse(Value.literal("1", element.position()));
        if (!version.text().equals("1")) {
            context.warning(
                    version.position(),
                    "http-version=\"" + version.text()
                            + "\": HTTP/2 towards backends is not supported yet; HTTP/1.1 is used");
        }
    }

    private static AttributeSpec seconds(String name, String summary) {
        return AttributeSpec.of(name, Type.INTEGER, summary)
                .between(1, Integer.MAX_VALUE)
                .orExpression();
    }

    private static AttributeSpec flag(String name, String summary) {
        return AttributeSpec.of(name, Type.BOOLEAN, summary);
    }
}
