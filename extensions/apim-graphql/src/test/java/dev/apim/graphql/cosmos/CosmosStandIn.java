package dev.apim.graphql.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend.Received;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One container {@code dbs/shop/colls/items} that answers as Cosmos DB does, and only those who sign as it wants. */
final class CosmosStandIn {
    static final String KEY =
            Base64.getEncoder().encodeToString("the key of the account".getBytes(StandardCharsets.UTF_8));
    private static final String COLLECTION = "/dbs/shop/colls/items/docs";

    final Map<String, ObjectNode> items = new LinkedHashMap<>();

    HttpResponse answer(Received received) {
        String path = received.request().url().path();
        if (!isSigned(received)) {
            return response(401, "{\"code\":\"Unauthorized\"}");
        }
        if (!path.startsWith(COLLECTION)) {
            return response(404, "{\"code\":\"NotFound\"}");
        }
        String id = path.length() == COLLECTION.length()
                ? ""
                : URLDecoder.decode(path.substring(COLLECTION.length() + 1), StandardCharsets.UTF_8);
        return switch (received.request().method()) {
            case "GET" -> item(id);
            case "DELETE" -> delete(received, id);
            case "PUT" -> items.containsKey(id) ? write(received, id) : response(404, "{}");
            default -> received.header("x-ms-documentdb-isquery").equals("True") ? query(received) : create(received);
        };
    }

    private boolean isSigned(Received received) {
        String path = received.request().url().path().substring(1);
        String link = path.endsWith("/docs") ? path.substring(0, path.length() - 5) : path;
        String text = received.request().method().toLowerCase(Locale.ROOT) + "\ndocs\n"
                + URLDecoder.decode(link, StandardCharsets.UTF_8) + "\n"
                + received.header("x-ms-date").toLowerCase(Locale.ROOT) + "\n\n";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            String expected = "type=master&ver=1.0&sig="
                    + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return URLDecoder.decode(received.header("Authorization"), StandardCharsets.UTF_8)
                            .equals(expected)
                    && !received.header("x-ms-version").isEmpty();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse item(String id) {
        ObjectNode item = items.get(id);
        return item == null ? response(404, "{}") : response(200, Json.write(item));
    }

    private HttpResponse delete(Received received, String id) {
        if (!items.containsKey(id)) {
            return response(404, "{}");
        }
        if (!fits(received, id)) {
            return response(412, "{}");
        }
        items.remove(id);
        return response(204, "");
    }

    private HttpResponse create(Received received) {
        String id = Json.parse(received.body().text()).path("id").asText();
        boolean upsert = received.header("x-ms-documentdb-is-upsert").equals("True");
        return items.containsKey(id) && !upsert ? response(409, "{}") : write(received, id);
    }

    private HttpResponse write(Received received, String id) {
        if (!fits(received, id)) {
            return response(412, "{}");
        }
        ObjectNode item = (ObjectNode) Json.parse(received.body().text());
        item.put("_etag", "v" + items.size() + "-" + received.body().text().length());
        items.put(id, item);
        return response(200, Json.write(item));
    }

    private boolean fits(Received received, String id) {
        ObjectNode item = items.get(id);
        String etag = item == null ? "" : item.path("_etag").asText();
        String must = received.header("If-Match");
        return (must.isEmpty() || must.equals(etag))
                && !received.header("If-None-Match").equals(etag.isEmpty() ? "?" : etag);
    }

    /** Every item whose partition is the one asked for, in pages; the continuation is where the next begins. */
    private HttpResponse query(Received received) {
        JsonNode asked = Json.parse(received.body().text());
        String name = asked.at("/parameters/0/value").asText("");
        String partition = received.header("x-ms-documentdb-partitionkey");
        int size = Integer.parseInt(received.header("x-ms-max-item-count"));
        int from = received.header("x-ms-continuation").isEmpty()
                ? 0
                : Integer.parseInt(received.header("x-ms-continuation"));
        var found = items.values().stream()
                .filter(item -> name.isEmpty() || item.path("name").asText().equals(name))
                .filter(item -> partition.isEmpty() || partition.equals("[" + item.path("town") + "]"))
                .toList();
        int to = Math.min(found.size(), from + (size < 0 ? 2 : size));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("Documents").addAll(found.subList(from, to));
        page.put("_count", to - from);
        HttpResponse response = response(200, Json.write(page));
        if (to < found.size()) {
            response.headers().add("x-ms-continuation", Integer.toString(to));
        }
        return response;
    }

    private static HttpResponse response(int status, String body) {
        return new HttpResponse(status, "", Headers.of("Content-Type", "application/json"), Body.of(body));
    }
}
