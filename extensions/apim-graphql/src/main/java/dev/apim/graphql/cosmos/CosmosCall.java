package dev.apim.graphql.cosmos;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One request of the protocol, but for what says who asks and when.
 *
 * @param method of it
 * @param collection {@code dbs/{database}/colls/{container}}
 * @param id of the item; empty for the collection of all
 * @param headers of it
 * @param body of it
 */
record CosmosCall(String method, String collection, String id, Headers headers, Body body) {
    /** The path on the account. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (String segment : collection.split("/", -1)) {
            path.append('/').append(encode(segment));
        }
        path.append("/docs");
        return id.isEmpty()
                ? path.toString()
                : path.append('/').append(encode(id)).toString();
    }

    /** What the signature is about. */
    String link() {
        return id.isEmpty() ? collection : collection + "/docs/" + id;
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
