package dev.apim.core.expression.csharp.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON web token taken apart; nothing of it is verified (Azure: {@code AsJwt}). Shows nothing of itself.
 *
 * @param header of the token
 * @param claims of the token
 */
public record Jwt(JsonNode header, JsonNode claims) {
    private static final int LONGEST = 16 * 1024;
    private static final String SCHEME = "bearer ";

    /** Of a token, which {@code Bearer} may stand before; null where it is none. */
    public static @Nullable Jwt parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String token = text.strip();
        if (token.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            token = token.substring(SCHEME.length()).strip();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        JsonNode header = object(parts[0]);
        JsonNode claims = object(parts[1]);
        return header == null || claims == null ? null : new Jwt(header, claims);
    }

    private static @Nullable JsonNode object(String part) {
        try {
            JsonNode tree = Json.mapper().readTree(Base64.getUrlDecoder().decode(part));
            return tree != null && tree.isObject() ? tree : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        } catch (JsonProcessingException notJson) {
            return null;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** A claim or member of the header as text; null where there is none. */
    static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : text(value);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Every claim with its values: of an array each element, else one. */
    Map<String, List<String>> values() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        claims.properties().forEach(claim -> {
            List<String> values = new ArrayList<>();
            if (claim.getValue().isArray()) {
                claim.getValue().forEach(element -> values.add(text(element)));
            } else {
                values.add(text(claim.getValue()));
            }
            all.put(claim.getKey(), values);
        });
        return all;
    }

    @Override
    public String toString() {
        return "Jwt";
    }
}
