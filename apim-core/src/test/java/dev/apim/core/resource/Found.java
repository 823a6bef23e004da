package dev.apim.core.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Look-ups that a test expects to find something. */
public final class Found {
    private Found() {}

    public static <T> T in(Map<String, T> map, String key) {
        return there(map.get(key));
    }

    public static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("expected something, found nothing");
        }
        return value;
    }
}
