package dev.apim.core.policies.content;

import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/** Where in a body something is wrong; the body itself is never cited. */
final class Place {
    private Place() {}

    static String of(@Nullable Location location) {
        return location == null || location.getLineNumber() < 1
                ? ""
                : at(location.getLineNumber(), location.getColumnNumber());
    }

    static String at(int line, int column) {
        return " (line " + line + ", column " + column + ")";
    }
}
