package dev.apim.core.policies.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.http.Url;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the replicas of one partition of a Service Fabric service listen, as the cluster's naming service tells.
 *
 * @param version of the answer; a later question names it, so that it is not answered with the same
 * @param endpoints of the replicas
 */
record FabricAddress(String version, List<Endpoint> endpoints) {
    /** A replica: its kind, such as {@code StatefulPrimary}, and its address. */
    record Endpoint(String kind, String address) {}

    /** From the naming service's answer; empty where it is none. */
    static Optional<FabricAddress> parse(byte[] body) {
        JsonNode answer = json(new String(body, StandardCharsets.UTF_8));
        List<Endpoint> endpoints = new ArrayList<>();
        for (JsonNode endpoint : answer.path("Endpoints")) {
            endpoints.add(new Endpoint(
                    endpoint.path("Kind").asText(""), endpoint.path("Address").asText("")));
        }
        return endpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(new FabricAddress(answer.path("Version").asText(""), List.copyOf(endpoints)));
    }

    /**
     * The URL of a replica.
     *
     * @param secondary whether a secondary replica will do rather than the primary
     * @param listener name of the listener; {@code null}: the first one
     * @param turn spreads the load over replicas
     */
    Optional<Url> url(boolean secondary, @Nullable String listener, int turn) {
        List<Endpoint> fitting = endpoints.stream()
                .filter(endpoint -> isFitting(endpoint.kind().toLowerCase(Locale.ROOT), secondary))
                .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : url(fitting.get(Math.floorMod(turn, fitting.size())).address(), listener);
    }

    private static boolean isFitting(String kind, boolean secondary) {
        return kind.equals("stateless") || kind.equals(secondary ? "statefulsecondary" : "statefulprimary");
    }

    /** An address is a URL, or JSON with a URL for each listener. */
    private static Optional<Url> url(String address, @Nullable String listener) {
        String found = address;
        if (address.startsWith("{")) {
            JsonNode listeners = json(address).path("Endpoints");
            JsonNode first =
                    listeners.elements().hasNext() ? listeners.elements().next() : listeners;
            found = (listener == null ? first : listeners.path(listener)).asText("");
        }
        try {
            return Optional.of(Url.parse(found).withQuery(""));
        } catch (IllegalArgumentException notHttp) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = Json.mapper().readTree(text);
            return node == null ? Json.mapper().createObjectNode() : node;
        } catch (JsonProcessingException notJson) {
            return Json.mapper().createObjectNode();
        }
    }
}
