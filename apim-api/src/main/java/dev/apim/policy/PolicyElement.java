package dev.apim.policy;

import dev.apim.Position;
import java.util.List;
import java.util.Optional;

/**
 * An element of a policy document.
 *
 * @param name with prefix, if any
 * @param position of its {@code <}
 * @param attributes in document order
 * @param children the elements in it, in document order
 * @param text its character data, trimmed, where it has no child elements; else empty
 * @param content everything between its tags as written, untrimmed, with named values in their place; a literal even where it looks
 *     like an expression
 */
public record PolicyElement(
        String name,
        Position position,
        List<Attribute> attributes,
        List<PolicyElement> children,
        Value text,
        Value content) {
    /**
     * An attribute.
     *
     * @param name with prefix, if any
     * @param position of its name
     * @param value of it
     */
    public record Attribute(String name, Position position, Value value) {}

    /** The value of an attribute. */
    public Optional<Value> attribute(String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The child elements of one name. */
    public List<PolicyElement> children(String childName) {
        return children.stream().filter(c -> c.name().equals(childName)).toList();
    }

    /** The first child element of one name. */
    public Optional<PolicyElement> child(String childName) {
        return children.stream().filter(c -> c.name().equals(childName)).findFirst();
    }

    @Override
    public String toString() {
        return "<" + name + "> at " + position;
    }
}
