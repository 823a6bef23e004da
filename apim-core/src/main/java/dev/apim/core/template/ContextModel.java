package dev.apim.core.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.json.Json;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of {@code context} that templates see, as plain values: no object of the host's is within their reach. */
final class ContextModel {
    private static final BodyModel PLAIN = new BodyModel(false, false);

    private ContextModel() {}

    static Members of(Exchange exchange) {
        return new Members()
                .with("Request", request(exchange))
                .with("Response", response(exchange))
                .with("Variables", variables(exchange.variables()));
    }

    private static Members request(Exchange exchange) {
        Members parameters = new Members();
        exchange.matchedParameters().forEach(parameters::put);
        return new Members()
                .with("Url", url(exchange.request().url()))
                .with("OriginalUrl", url(exchange.originalUrl()))
                .with("Method", exchange.request().method())
                .with("OriginalMethod", exchange.received().method())
                .with("IpAddress", exchange.callerAddress())
                .with("MatchedParameters", parameters)
                .with("HasBody", !exchange.request().body().isAbsent())
                .with("ClientCertificates", List.of())
                .with("Headers", headers(exchange.request().headers()));
    }

    private static Members response(Exchange exchange) {
        return new Members()
                .with("StatusCode", (long) exchange.response().status())
                .with("StatusReason", exchange.response().reason())
                .with("Method", exchange.request().method())
                .with("Headers", headers(exchange.response().headers()));
    }

    private static Members url(Url url) {
        Members query = new Members();
        for (QueryParameters.Parameter each : QueryParameters.parse(url.query()).list()) {
            query.with(each.name(), each.value());
        }
        return new Members()
                .with("Scheme", url.scheme())
                .with("Host", url.host())
                .with("Port", Integer.toString(url.port()))
                .with("Path", url.path())
                .with("Query", query)
                .with("QueryString", url.query().isEmpty() ? "" : "?" + url.query())
                .with("ToUri", url.toString())
                .with("ToString", url.toString());
    }

    private static Members headers(Headers headers) {
        Members all = new Members();
        for (String name : headers.names()) {
            all.with(name, headers.joined(name));
        }
        return all;
    }

    private static Members variables(Map<String, @Nullable Object> variables) {
        Members all = new Members();
        variables.forEach((name, value) -> all.put(name, plain(value)));
        return all;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof JsonNode json) {
            return PLAIN.json(json);
        }
        if (value instanceof JToken token) {
            try {
                return PLAIN.json(Json.mapper().readTree(token.text(false)));
            } catch (JsonProcessingException beyondOurLimits) {
                return token.toString();
            }
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        return DotNetText.of(value);
    }
}
