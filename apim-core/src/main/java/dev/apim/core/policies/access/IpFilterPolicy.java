package dev.apim.core.policies.access;

import dev.apim.core.caller.AddressSpan;
import dev.apim.core.policies.message.Literals;
import dev.apim.http.Headers;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets requests pass, or not, by the caller's address (Azure: ip-filter). */
final class IpFilterPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("ip-filter", "Lets requests pass, or not, by the caller's address.")
                .sections(Section.INBOUND)
                .attributes(AttributeSpec.of("action", Type.STRING, "What the addresses are: allowed, or forbidden.")
                        .mandatory()
                        .oneOf("allow", "forbid")
                        .orExpression())
                .children(
                        ElementSpec.of("address", "An address.").content(ElementSpec.Content.EXPRESSION, Type.STRING),
                        ElementSpec.of("address-range", "All addresses from one to another, both included.")
                                .attributes(
                                        AttributeSpec.of("from", Type.STRING, "The least.")
                                                .mandatory()
                                                .orExpression(),
                                        AttributeSpec.of("to", Type.STRING, "The greatest.")
                                                .mandatory()
                                                .orExpression()));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        if (element.children().isEmpty()) {
            context.doubt(element.position(), "<ip-filter> has no <address> and no <address-range>; add one");
        }
        List<Member> members = new ArrayList<>();
        for (PolicyElement child : element.children()) {
            boolean range = child.name().equals("address-range");
            Value from = range ? value(child, "from") : child.text();
            Value to = range ? value(child, "to") : from;
            AddressSpan ready = Literals.isFinal(from) && Literals.isFinal(to) ? ready(from, to, context) : null;
            Expression<String> least = context.value(from, String.class);
            members.add(new Member(least, range ? context.value(to, String.class) : least, ready));
        }
        return new Filter(context.required(element, "action", String.class), List.copyOf(members));
    }

    private static Value value(PolicyElement element, String attribute) {
        return element.attribute(attribute).orElse(Value.literal("", element.position()));
    }

    private static @Nullable AddressSpan ready(Value from, Value to, CompileContext context) {
        AddressSpan span = AddressSpan.of(from.text(), to.text());
        if (span == null) {
            Literals.refuse(
                    from,
                    "expected numeric addresses of one kind, the lesser first, found '" + from.text() + "'"
                            + (from == to ? "" : " to '" + to.text() + "'"),
                    context);
        }
        return span;
    }

    /** An address, or a range of them; made once where it is written out. */
    private record Member(
            Expression<String> from,
            Expression<String> to,
            @Nullable AddressSpan ready) {
        boolean holds(byte[] address, Exchange exchange) {
            AddressSpan span = ready;
            if (span == null) {
                String least = Objects.requireNonNullElse(from.evaluate(exchange), "");
                String greatest = from == to ? least : Objects.requireNonNullElse(to.evaluate(exchange), "");
                span = AddressSpan.of(least, greatest);
                if (span == null) {
                    throw new ExpressionException("The expression of an address of ip-filter gave no numeric address.");
                }
            }
            return span.contains(address);
        }
    }

    /** The check of one request. */
    private record Filter(Expression<String> action, List<Member> members) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String does =
                    Objects.requireNonNullElse(action.evaluate(exchange), "").toLowerCase(Locale.ROOT);
            if (!does.equals("allow") && !does.equals("forbid")) {
                throw new ExpressionException("The attribute 'action' of ip-filter is allow or forbid.");
            }
            boolean allows = does.equals("allow");
            String caller = exchange.callerAddress();
            byte[] address = AddressSpan.bytes(caller);
            if (address == null) {
                return refuse("FailedToParseCallerIP", "Failed to establish IP address for the caller. Access denied.");
            }
            boolean listed = false;
            for (int i = 0; i < members.size() && !listed; i++) {
                listed = members.get(i).holds(address, exchange);
            }
            if (listed == allows) {
                return Outcome.next();
            }
            return allows
                    ? refuse("CallerIpNotAllowed", "Caller IP address " + caller + " is not allowed. Access denied.")
                    : refuse("CallerIpBlocked", "Caller IP address is blocked. Access denied.");
        }

        private static Outcome refuse(String reason, String message) {
            return Outcome.fail(new PolicyFailure(403, reason, message, "Forbidden", new Headers()));
        }

        @Override
        public String toString() {
            return "ip-filter action=" + action + " addresses=" + members.size();
        }
    }
}
