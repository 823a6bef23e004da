package dev.apim.graphql;

import dev.apim.Position;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.List;

/** Elements that a document leaves out and that stand for what happens then. */
public final class Elements {
    private Elements() {}

    /** One with these children. */
    public static PolicyElement of(String name, Position position, PolicyElement... children) {
        Value nothing = Value.literal("", position);
        return new PolicyElement(name, position, List.of(), List.of(children), nothing, nothing);
    }
}
