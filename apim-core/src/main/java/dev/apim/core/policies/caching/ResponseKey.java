package dev.apim.core.policies.caching;

import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.policy.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes the key of a response: parts that cannot run into one another, digested, since they hold what callers send.
 *
 * <p>Beyond what Azure documents (API with revision, operation, path, selected query parameters and fields, developer, groups) a key
 * covers whatever else may shape the response without the author's doing: the product, whose policies act on it; scheme and host; where
 * the request is bound for by now; and the fields by which backends let themselves be told another URL. An input outside the key thus
 * cannot change what others get. Query parameters count with the very bytes they came with, in the order of their names.
 */
final class ResponseKey {
    private static final List<String> URL_FIELDS = List.of(
            "Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Scheme",
            "X-Forwarded-Server",
            "X-Host",
            "X-Original-URL",
            "X-Rewrite-URL");

    private final StringBuilder text = new StringBuilder(256);

    /** What the author selected; nothing selected among query parameters means all of them. */
    record Selection(List<String> fields, List<String> parameters) {
        boolean selects(String parameter) {
            return parameters.isEmpty() || parameters.contains(parameter.toLowerCase(Locale.ROOT));
        }
    }

    /** The key of what this request gets, as far as it does not depend on the caller. */
    ResponseKey(Exchange exchange, Selection selection) {
        Api api = exchange.api();
        Operation operation = exchange.operation();
        Product product = exchange.product();
        part(api == null ? "" : String.valueOf(api.workspaceId()));
        part(api == null ? "" : api.id());
        part(api == null ? "" : api.revision());
        part(operation == null ? "" : operation.id());
        part(product == null ? "" : product.id());
        url(exchange.originalUrl(), selection);
        url(exchange.request().url(), selection);
        Headers headers = exchange.request().headers();
        fields(headers, selection.fields());
        fields(headers, URL_FIELDS);
    }

    /** The key of one of the variants that {@code key} has by its {@code Vary}. */
    static String variant(String key, List<String> names, Headers headers) {
        ResponseKey variant = new ResponseKey(key);
        variant.fields(headers, names);
        return variant.digest();
    }

    private ResponseKey(String key) {
        part(key);
    }

    /** Adds a part. */
    ResponseKey part(String part) {
        text.append(part.length()).append(':').append(part);
        return this;
    }

    /** Adds all values of fields, present or not. */
    ResponseKey fields(Headers headers, List<String> names) {
        for (String name : names) {
            List<String> values = headers.all(name);
            part(name).part(Integer.toString(values.size()));
            values.forEach(this::part);
        }
        return this;
    }

    /** SHA-256 in hexadecimal. */
    String digest() {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void url(Url url, Selection selection) {
        part(url.scheme()).part(url.authority()).part(url.path());
        QueryParameters.parse(url.query()).list().stream()
                .filter(p -> selection.selects(p.name()))
                .sorted(Comparator.comparing(p -> p.name().toLowerCase(Locale.ROOT)))
                .forEach(p -> part(p.raw()));
        part("");
    }
}
