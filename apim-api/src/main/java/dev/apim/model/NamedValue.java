package dev.apim.model;

import java.util.List;

/**
 * A value that policies refer to as {@code {{displayName}}} (Azure: {@code namedValue}). {@code toString} leaves the value out.
 *
 * @param id resource name
 * @param displayName the name in braces
 * @param value text put in its place
 * @param secret whether the value must never be shown
 * @param tags or empty
 */
public record NamedValue(String id, String displayName, String value, boolean secret, List<String> tags) {
    @Override
    public String toString() {
        return "NamedValue[" + displayName + "]";
    }
}
