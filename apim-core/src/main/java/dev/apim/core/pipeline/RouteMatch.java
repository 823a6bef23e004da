package dev.apim.core.pipeline;

import dev.apim.model.Api;
import dev.apim.model.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What routing found.
 *
 * @param api matched, if any
 * @param operation matched, if any
 * @param parameters of the template, decoded
 */
public record RouteMatch(@Nullable Api api, @Nullable Operation operation, Map<String, String> parameters) {
    /** Nothing matched. */
    public static final RouteMatch NONE = new RouteMatch(null, null, Map.of());
}
