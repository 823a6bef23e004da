package dev.apim.core.routing;

import dev.apim.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that a template demands.
 *
 * @param name of the parameter on the wire
 * @param literal value it must have, without case; {@code null} where any will do
 * @param variable that takes its value, if one does
 */
record QueryPattern(
        String name, @Nullable String literal, @Nullable String variable) {
    boolean matches(QueryParameters parameters) {
        if (literal == null) {
            return parameters.contains(name);
        }
        for (QueryParameters.Parameter parameter : parameters.list()) {
            if (parameter.name().equalsIgnoreCase(name) && parameter.value().equalsIgnoreCase(literal)) {
                return true;
            }
        }
        return false;
    }

    String shape() {
        return CaseFold.fold(name) + "=" + (literal == null ? "{}" : CaseFold.fold(literal));
    }
}
