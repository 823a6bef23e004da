package dev.apim.core.policies.integration;

import dev.apim.core.policies.access.ManagedIdentity;
import dev.apim.core.policies.access.OutboundAuthentication;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.HeaderEdit;
import dev.apim.core.policies.message.Literals;
import dev.apim.core.policies.message.MethodEdit;
import dev.apim.core.policies.message.Timeout;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls another service and keeps its response in a variable (Azure: send-request). */
final class SendRequestPolicy implements PolicyType {
    private static final List<String> UNSUPPORTED = List.of("proxy");

    private final AddressPolicy addresses;
    private final int responseLimit;
    private final ManagedIdentity identity;

    SendRequestPolicy(AddressPolicy addresses, int responseLimit, ManagedIdentity identity) {
        this.addresses = addresses;
        this.responseLimit = responseLimit;
        this.identity = identity;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("send-request", "Calls another service and keeps its response in a variable.")
                .attributes(
                        AttributeSpec.of("mode", Type.STRING, "A new request, or a copy of the one under way.")
                                .oneOf("new", "copy")
                                .orExpression()
                                .or("new"),
                        AttributeSpec.of("response-variable-name", Type.STRING, "Variable for the response.")
                                .mandatory(),
                        AttributeSpec.of("timeout", Type.INTEGER, "Seconds to wait for the whole response.")
                                .between(1, Integer.MAX_VALUE)
                                .orExpression()
                                .or("60"),
                        AttributeSpec.of(
                                        "ignore-error", Type.BOOLEAN, "Whether a failed call leaves the variable null.")
                                .or("false"))
                .children(
                        ElementSpec.of("set-url", "Where to send it.")
                                .content(ElementSpec.Content.EXPRESSION, Type.STRING)
                                .occurs(0, 1),
                        MethodEdit.spec(),
                        HeaderEdit.spec(),
                        BodyEdit.spec())
                .children(OutboundAuthentication.specs().toArray(ElementSpec[]::new))
                .children(
                        UNSUPPORTED.stream().map(SendRequestPolicy::unsupported).toArray(ElementSpec[]::new));
    }

    /** Known, so that a document loads; what stands in it is not looked at. */
    private static ElementSpec unsupported(String name) {
        return ElementSpec.of(name, "Not supported yet in send-request.")
                .attributes(anything("username"), anything("password"), anything("url"))
                .content(ElementSpec.Content.RAW, Type.ANY)
                .occurs(0, 1);
    }

    private static AttributeSpec anything(String name) {
        return AttributeSpec.of(name, Type.ANY, "Not looked at.").orExpression();
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        String mode = element.attribute("mode").map(Value::text).orElse("new");
        if (mode.equalsIgnoreCase("new")) {
            demand(element, "set-url", context);
            demand(element, "set-method", context);
        } else if (copiesBody(element, context.section())) {
            context.reads(BodyUse.REQUEST);
        }
        element.children("set-header").forEach(header -> HeaderEdit.checkHost(header, context));
        Outbound outbound = new Outbound(
                context.required(element, "mode", String.class),
                element.child("set-url").map(url -> target(url, context)).orElse(null),
                MethodEdit.compileIn(element, context),
                HeaderEdit.compileAll(element, context),
                BodyEdit.compileIn(element, context),
                copiesBody(element, context.section()),
                addresses.computed());
        return new SendStep(
                outbound,
                Objects.requireNonNullElse(context.literal(element, "response-variable-name", String.class), ""),
                Timeout.of(element, "timeout", ChronoUnit.SECONDS, context),
                Boolean.TRUE.equals(context.literal(element, "ignore-error", Boolean.class)),
                missing(element, context),
                OutboundAuthentication.compileIn(element, context, identity),
                new SendStep.Means(context.services(), responseLimit));
    }

    /** After the backend has it, the request has no body left to copy. */
    private static boolean copiesBody(PolicyElement element, Section section) {
        boolean ahead = section == Section.INBOUND || section == Section.BACKEND;
        return ahead && element.child("set-body").isEmpty();
    }

    private Outbound.Target target(PolicyElement element, CompileContext context) {
        Value text = element.text();
        if (Literals.isFinal(text)) {
            try {
                return new Outbound.Target(
                        context.text(element, String.class), Url.parse(text.text()), Outbound.OPERATORS_WORD);
            } catch (IllegalArgumentException e) {
                Literals.refuse(text, "set-url: " + e.getMessage(), context);
            }
        }
        if (text.isExpression()) {
            addresses.checkComputed(text.position(), context);
        }
        return new Outbound.Target(context.text(element, String.class), null, addresses.computed());
    }

    private static void demand(PolicyElement element, String child, CompileContext context) {
        if (element.child(child).isEmpty()) {
            context.error(
                    element.position(),
                    "send-request with mode=\"new\" has no <" + child + ">; add one, or set mode=\"copy\"");
        }
    }

    private static @Nullable String missing(PolicyElement element, CompileContext context) {
        for (String name : UNSUPPORTED) {
            if (element.child(name).isPresent()) {
                context.warning(
                        element.child(name).get().position(),
                        "<" + name + "> in send-request is not supported yet; a request that gets here fails");
                return name;
            }
        }
        return null;
    }
}
