package dev.apim.core.policies.integration;

import dev.apim.core.policies.access.ManagedIdentity;
import dev.apim.core.policies.access.OutboundAuthentication;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.BodyEdit;
import dev.apim.core.policies.message.HeaderEdit;
import dev.apim.core.policies.message.Literals;
import dev.apim.core.policies.message.MethodEdit;
import dev.apim.core.policies.message.ProxyChoice;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.stream.Stream;

/**
 * What the policies that send a request of their own have in common: how the request is described.
 *
 * @param addresses what computed URLs may lead to
 * @param identity the gateway's own
 */
record Sending(AddressPolicy addresses, ManagedIdentity identity) {
    static AttributeSpec mode() {
        return AttributeSpec.of("mode", Type.STRING, "A new request, or a copy of the one under way.")
                .oneOf("new", "copy")
                .orExpression()
                .or("new");
    }

    static AttributeSpec timeout(String summary) {
        return AttributeSpec.of("timeout", Type.INTEGER, summary)
                .between(1, Integer.MAX_VALUE)
                .orExpression()
                .or("60");
    }

    /** The children, in their order. */
    static ElementSpec[] children() {
        return Stream.of(
                        Stream.of(
                                ElementSpec.of("set-url", "Where to send it.")
                                        .content(ElementSpec.Content.EXPRESSION, Type.STRING)
                                        .occurs(0, 1),
                                MethodEdit.spec(),
                                HeaderEdit.spec(),
                                BodyEdit.spec()),
                        OutboundAuthentication.specs().stream(),
                        Stream.of(ProxyChoice.spec()))
                .flatMap(each -> each)
                .toArray(ElementSpec[]::new);
    }

    Outbound compile(PolicyElement element, CompileContext context) {
        String mode = element.attribute("mode").map(Value::text).orElse("new");
        if (mode.equalsIgnoreCase("new")) {
            demand(element, "set-url", context);
            demand(element, "set-method", context);
        } else if (copiesBody(element, context.section())) {
            context.reads(BodyUse.REQUEST);
        }
        element.children("set-header").forEach(header -> HeaderEdit.checkHost(header, context));
        return new Outbound(
                element.name(),
                context.required(element, "mode", String.class),
                element.child("set-url").map(url -> target(url, context)).orElse(null),
                MethodEdit.compileIn(element, context),
                HeaderEdit.compileAll(element, context),
                BodyEdit.compileIn(element, context),
                copiesBody(element, context.section()),
                addresses.computed(),
                ProxyChoice.compileIn(element, context),
                OutboundAuthentication.compileIn(element, context, identity));
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
                    "<" + element.name() + "> with mode=\"new\" has no <" + child + ">; add one, or set mode=\"copy\"");
        }
    }
}
