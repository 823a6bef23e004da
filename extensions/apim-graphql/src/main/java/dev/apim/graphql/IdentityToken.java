package dev.apim.graphql;

import dev.apim.policy.CompileContext;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyElement.Attribute;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.policy.Value;
import java.util.List;

/** How a data source comes by a token of the gateway's own identity (Azure: use-managed-identity). */
public final class IdentityToken {
    private IdentityToken() {}

    /**
     * What puts it into a variable.
     *
     * @param resource that it is for
     * @param variable that takes it
     * @param place the element that asks for it
     */
    public static Statements statements(String resource, String variable, PolicyElement place, CompileContext context) {
        Value nothing = Value.literal("", place.position());
        PolicyElement token = new PolicyElement(
                "authentication-managed-identity",
                place.position(),
                List.of(
                        attribute("resource", resource, place),
                        attribute("output-token-variable-name", variable, place)),
                List.of(),
                nothing,
                nothing);
        return context.statements(Elements.of(place.name(), place.position(), token), Section.INBOUND);
    }

    private static Attribute attribute(String name, String value, PolicyElement place) {
        return new Attribute(name, place.position(), Value.literal(value, place.position()));
    }
}
