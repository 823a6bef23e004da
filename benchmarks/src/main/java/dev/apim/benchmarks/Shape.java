package dev.apim.benchmarks;

import dev.apim.core.expression.context.ReadableBody;
import dev.apim.core.expression.csharp.json.JObject;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.json.JValue;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.http.QueryParameters;
import dev.apim.model.Group;
import dev.apim.model.Subscription;
import dev.apim.model.User;
import dev.apim.policy.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that policies are made of, most used first: in C#, in Jakarta EL where that can say it, and as a Java programmer would
 * write them over the same exchange.
 */
public enum Shape {
    /** A variable that is known to be there. */
    VARIABLE("@((string)context.Variables[\"text\"])", "${context.Variables['text']}", String.class, exchange ->
            (String) exchange.variables().get("text")),
    /** A variable that may be absent. */
    VARIABLE_OR_DEFAULT(
            "@(context.Variables.GetValueOrDefault<string>(\"text\"))",
            "${context.Variables.GetValueOrDefault('text')}",
            String.class,
            exchange -> (String) exchange.variables().get("text")),
    /** A field of the request. */
    HEADER(
            "@(context.Request.Headers.GetValueOrDefault(\"X-Tenant\", \"\"))",
            "${context.Request.Headers.GetValueOrDefault('X-Tenant', '')}",
            String.class,
            exchange -> exchange.request().headers().getOrDefault("X-Tenant", "")),
    /** A field cut in parts. */
    BEARER(
            "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\").Split(' ').Last())",
            "${context.Request.Headers.GetValueOrDefault('Authorization', '').split(' ').Last()}",
            String.class,
            exchange -> {
                String[] parts = exchange.request()
                        .headers()
                        .getOrDefault("Authorization", "")
                        .split(" ", -1);
                return parts[parts.length - 1];
            }),
    /** Texts put together. */
    CONCATENATION(
            "@(\"/tenants/\" + (string)context.Variables[\"text\"] + \"/orders/\" + context.Request.Method)",
            "${'/tenants/' += context.Variables['text'] += '/orders/' += context.Request.Method}",
            String.class,
            exchange -> "/tenants/" + exchange.variables().get("text") + "/orders/"
                    + exchange.request().method()),
    /** The same, interpolated. */
    INTERPOLATION(
            "@($\"{context.Request.Method} {context.Request.Url.Path} by {(string)context.Variables[\"text\"]}\")",
            null,
            String.class,
            exchange ->
                    exchange.request().method() + " " + exchange.request().url().path() + " by "
                            + exchange.variables().get("text")),
    /** A status compared twice. */
    STATUS(
            "@(context.Response.StatusCode == 429 || context.Response.StatusCode >= 500)",
            "${context.Response.StatusCode == 429 || context.Response.StatusCode >= 500}",
            Boolean.class,
            exchange ->
                    exchange.response().status() == 429 || exchange.response().status() >= 500),
    /** Truth values out of variables. */
    CONDITION(
            "@((bool)context.Variables[\"first\"] && !(bool)context.Variables[\"second\"])",
            "${context.Variables['first'] && !context.Variables['second']}",
            Boolean.class,
            exchange -> flag(exchange, "first") && !flag(exchange, "second")),
    /** A number out of a variable. */
    ADDITION(
            "@((int)context.Variables[\"number\"] + 1)",
            "${context.Variables['number'] + 1}",
            Object.class,
            exchange -> (Integer) Objects.requireNonNull(exchange.variables().get("number")) + 1),
    /** A variable asked for first. */
    CHOICE(
            "@(context.Variables.ContainsKey(\"text\") ? (string)context.Variables[\"text\"] : \"none\")",
            "${context.Variables.ContainsKey('text') ? context.Variables['text'] : 'none'}",
            String.class,
            exchange -> exchange.variables().containsKey("text")
                    ? (String) exchange.variables().get("text")
                    : "none"),
    /** A part of a text looked for. */
    CONTAINS(
            "@(context.Request.Url.Path.Contains(\"/7\"))",
            "${context.Request.Url.Path.contains('/7')}",
            Boolean.class,
            exchange -> exchange.request().url().path().contains("/7")),
    /** A text in lower case. */
    LOWER_CASE(
            "@(context.Request.Method.ToLower())",
            "${context.Request.Method.toLowerCase()}",
            String.class,
            exchange -> exchange.request().method().toLowerCase(Locale.ROOT)),
    /** A template parameter. */
    TEMPLATE_PARAMETER(
            "@(context.Request.MatchedParameters[\"id\"])",
            "${context.Request.MatchedParameters['id']}",
            String.class,
            exchange -> exchange.matchedParameters().get("id")),
    /** A parameter of the query. */
    QUERY(
            "@(context.Request.Url.Query.GetValueOrDefault(\"q\", \"\"))",
            "${context.Request.Url.Query.GetValueOrDefault('q', '')}",
            String.class,
            exchange -> Objects.requireNonNullElse(
                    QueryParameters.parse(exchange.request().url().query()).get("q"), "")),
    /** Who calls, if known. */
    SUBSCRIPTION(
            "@(context.Subscription?.Id ?? \"anonymous\")",
            "${context.Subscription.Id == null ? 'anonymous' : context.Subscription.Id}",
            String.class,
            exchange -> {
                Subscription subscription = exchange.subscription();
                return subscription == null ? "anonymous" : subscription.id();
            }),
    /** A value of a JSON body. */
    JSON_BODY(
            "@(context.Request.Body.As<JObject>(preserveContent: true)[\"a\"][\"b\"].ToString())",
            "${context.Request.Body.Json.a.b}",
            String.class,
            exchange -> {
                String text = new ReadableBody(
                                exchange.request().body(), exchange.request().headers())
                        .text(true);
                JObject inner = (JObject)
                        Objects.requireNonNull(JsonReading.parseObject(text).value("a"));
                return String.valueOf(inner.value("b"));
            }),
    /** A JSON text made. */
    JSON_TEXT(
            "@(new JObject(new JProperty(\"error\", \"denied\"), new JProperty(\"status\", context.Response.StatusCode),"
                    + " new JProperty(\"tenant\", (string)context.Variables[\"text\"])).ToString())",
            null,
            String.class,
            exchange -> {
                JObject object = new JObject();
                object.put("error", JValue.of("denied"), null);
                object.put("status", JValue.of(exchange.response().status()), null);
                object.put("tenant", JValue.of(exchange.variables().get("text")), null);
                JToken token = object;
                return token.toString();
            }),
    /** A list searched. */
    GROUPS("@(context.User.Groups.Select(g => g.Name).Contains(\"partners\"))", null, Boolean.class, exchange -> {
        User user = Objects.requireNonNull(exchange.user());
        return exchange.gateway().groups(user).stream().map(Group::displayName).anyMatch("partners"::equals);
    }),
    /** A text as Base64. */
    BASE64(
            "@(Convert.ToBase64String(Encoding.UTF8.GetBytes((string)context.Variables[\"text\"])))",
            null,
            String.class,
            exchange -> Base64.getEncoder()
                    .encodeToString(((String)
                                    Objects.requireNonNull(exchange.variables().get("text")))
                            .getBytes(StandardCharsets.UTF_8))),
    /** A pattern matched. */
    REGEX(
            "@(Regex.Match(context.Request.Headers.GetValueOrDefault(\"Cache-Control\", \"\"),"
                    + " @\"max-age=(?<m>\\d+)\").Groups[\"m\"]?.Value)",
            null,
            String.class,
            exchange -> {
                Matcher matcher =
                        Patterns.MAX_AGE.matcher(exchange.request().headers().getOrDefault("Cache-Control", ""));
                return matcher.find() ? matcher.group("m") : "";
            }),
    /** The time as text. */
    TIMESTAMP(
            "@(context.Timestamp.ToString(\"o\"))",
            null,
            String.class,
            exchange -> Patterns.ROUND_TRIP.format(exchange.timestamp())),
    /** A block. */
    BLOCK(
            "@{ var tenant = context.Request.Headers.GetValueOrDefault(\"X-Tenant\", \"\");"
                    + " if (string.IsNullOrEmpty(tenant)) { return \"none\"; } return tenant; }",
            null,
            String.class,
            exchange -> {
                String tenant = exchange.request().headers().getOrDefault("X-Tenant", "");
                return tenant.isEmpty() ? "none" : tenant;
            });

    private final String csharp;
    private final @Nullable String el;
    private final Class<?> type;
    private final Function<Exchange, @Nullable Object> java;

    Shape(String csharp, @Nullable String el, Class<?> type, Function<Exchange, @Nullable Object> java) {
        this.csharp = csharp;
        this.el = el;
        this.type = type;
        this.java = java;
    }

    String csharp() {
        return csharp;
    }

    @Nullable
    String el() {
        return el;
    }

    Class<?> type() {
        return type;
    }

    Function<Exchange, @Nullable Object> java() {
        return java;
    }

    private static boolean flag(Exchange exchange, String name) {
        return (Boolean) Objects.requireNonNull(exchange.variables().get(name));
    }

    private static final class Patterns {
        static final Pattern MAX_AGE = Pattern.compile("max-age=(?<m>\\d+)");
        static final DateTimeFormatter ROUND_TRIP =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);
    }
}
