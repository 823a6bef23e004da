package dev.apim.resource;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a resource stands in the tree: {@code /apis/orders/operations/get}. Collections and names alternate; collections are spelled as
 * in Azure's REST contract, names compare without case. {@code /} is the service itself.
 *
 * @param value starts with {@code /}, ends without
 */
public record ResourcePath(String value) implements Comparable<ResourcePath> {
    /** The service. */
    public static final ResourcePath ROOT = new ResourcePath("/");

    public ResourcePath {
        Objects.requireNonNull(value, "value");
        if (!value.startsWith("/") || (value.length() > 1 && value.endsWith("/")) || value.contains("//")) {
            throw new IllegalArgumentException("a resource path looks like /apis/orders, found '" + value + "'");
        }
    }

    /** From its text. */
    public static ResourcePath of(String value) {
        return new ResourcePath(value);
    }

    /** A member of one of this resource's collections. */
    public ResourcePath child(String collection, String name) {
        String prefix = value.equals("/") ? "" : value;
        return new ResourcePath(prefix + "/" + collection + "/" + name);
    }

    /** The last segment: the resource's own name; empty for the service. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The resource that holds this one's collection; the service for top-level resources. */
    public ResourcePath parent() {
        int name = value.lastIndexOf('/');
        int collection = value.lastIndexOf('/', name - 1);
        return collection <= 0 ? ROOT : new ResourcePath(value.substring(0, collection));
    }

    /** The collection it is a member of, such as {@code operations}. */
    public String collection() {
        int name = value.lastIndexOf('/');
        int collection = value.lastIndexOf('/', name - 1);
        return name <= 0 ? "" : value.substring(collection + 1, name);
    }

    /** Whether it lies beneath {@code ancestor}. */
    public boolean isBeneath(ResourcePath ancestor) {
        return ancestor.value.equals("/")
                ? !value.equals("/")
                : value.length() > ancestor.value.length()
                        && value.charAt(ancestor.value.length()) == '/'
                        && value.regionMatches(true, 0, ancestor.value, 0, ancestor.value.length());
    }

    @Override
    public int compareTo(ResourcePath other) {
        return value.compareToIgnoreCase(other.value);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof ResourcePath that && that.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
