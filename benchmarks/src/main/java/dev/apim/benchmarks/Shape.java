package dev.apim.benchmarks;

import dev.apim.core.expression.context.ReadableBody;
import dev.apim.core.expression.csharp.json.JObject;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.json.JValue;
import dev.apim.http.QueryParameters;
import dev.apim.http.ResponseMessage;
import dev.apim.model.Group;
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
 * The expressions that policies are made of: in C#, in Jakarta EL where that can say it, and as a Java programmer would write them over
 * the same exchange, with what .NET makes of absent and repeated values.
 *
 * <p>The first twenty are the most frequent shapes of the public documents, with how often they occur there. Two expressions have one
 * shape when they differ in literals, in names and in what stands around the holes of an interpolated text only; a literal alone is
 * none, since it is computed when it is compiled. The rest is there for what it uses.
 */
public enum Shape {
    /** A text put together by interpolation. */
    INTERPOLATION(
            87,
            "@($\"tokens-{context.Variables[\"text\"]}-id\")",
            "${'tokens-' += context.Variables['text'] += '-id'}",
            String.class,
            exchange -> "tokens-" + Objects.toString(exchange.variables().get("text"), "") + "-id"),
    /** A variable that is known to be there. */
    VARIABLE(57, "@((string)context.Variables[\"text\"])", "${context.Variables['text']}", String.class, exchange ->
            (String) exchange.variables().get("text")),
    /** A text before a variable. */
    CONCATENATION(
            44,
            "@(\"Bearer \" + (string)context.Variables[\"text\"])",
            "${'Bearer ' += context.Variables['text']}",
            String.class,
            exchange -> "Bearer " + Objects.toString(exchange.variables().get("text"), "")),
    /** A status compared. */
    STATUS(
            38,
            "@(context.Response.StatusCode < 400)",
            "${context.Response.StatusCode < 400}",
            Boolean.class,
            exchange -> exchange.response().status() < 400),
    /** A JSON text made. */
    JSON_OBJECT(
            34,
            "@{ var error = new JObject(); error[\"code\"] = \"denied\"; error[\"message\"] = \"Not allowed\";"
                    + " return error.ToString(); }",
            null,
            String.class,
            exchange -> {
                JObject error = new JObject();
                error.put("code", JValue.of("denied"), null);
                error.put("message", JValue.of("Not allowed"), null);
                JToken token = error;
                return token.toString();
            }),
    /** A variable that may be absent. */
    VARIABLE_OR_DEFAULT(
            29,
            "@(context.Variables.GetValueOrDefault<string>(\"text\"))",
            "${context.Variables.GetValueOrDefault('text')}",
            String.class,
            exchange -> (String) exchange.variables().get("text")),
    /** A parameter of the query. */
    QUERY(
            21,
            "@((string)context.Request.Url.Query.GetValueOrDefault(\"q\", \"\"))",
            "${context.Request.Url.Query.GetValueOrDefault('q', '')}",
            String.class,
            exchange -> Objects.requireNonNullElse(
                    QueryParameters.parse(exchange.request().url().query()).get("q"), "")),
    /** A body as text. */
    BODY_TEXT(
            21,
            "@(context.Request.Body.As<string>(preserveContent: true))",
            "${context.Request.Body.AsString()}",
            String.class,
            exchange -> body(exchange).text(true)),
    /** A value of a JSON body. */
    JSON_BODY(
            21,
            "@(string.IsNullOrEmpty(context.Request.Body.As<JObject>(preserveContent: true)[\"a\"][\"b\"].ToString()))",
            "${empty context.Request.Body.Json.a.b}",
            Boolean.class,
            exchange -> body(exchange).json(true).path("a").path("b").asText().isEmpty()),
    /** Who calls. */
    SUBSCRIPTION(
            21,
            "@(context.Subscription.Id)",
            "${context.Subscription.Id}",
            String.class,
            exchange -> Objects.requireNonNull(exchange.subscription()).id()),
    /** From where. */
    IP_ADDRESS(
            20, "@(context.Request.IpAddress)", "${context.Request.IpAddress}", String.class, Exchange::callerAddress),
    /** A value of a JSON object that is a variable. */
    JSON_VARIABLE(
            14,
            "@(((JObject)context.Variables[\"json\"])[\"b\"].ToString())",
            null,
            String.class,
            exchange -> String.valueOf(
                    ((JObject) Objects.requireNonNull(exchange.variables().get("json"))).value("b"))),
    /** What is called. */
    API(
            14,
            "@(context.Api.Id)",
            "${context.Api.Id}",
            String.class,
            exchange -> Objects.requireNonNull(exchange.api()).id()),
    /** A field of the request. */
    HEADER(
            14,
            "@(context.Request.Headers.GetValueOrDefault(\"X-Tenant\", \"\"))",
            "${context.Request.Headers.GetValueOrDefault('X-Tenant', '')}",
            String.class,
            exchange -> header(exchange, "X-Tenant")),
    /** The status of a response that is a variable. */
    RESPONSE(
            13,
            "@(((IResponse)context.Variables[\"response\"]).StatusCode == 200)",
            "${context.Variables['response'].StatusCode == 200}",
            Boolean.class,
            exchange -> ((ResponseMessage)
                                    Objects.requireNonNull(exchange.variables().get("response")))
                            .status()
                    == 200),
    /** A number that is a variable. */
    NUMBER(10, "@((int)context.Variables[\"number\"])", "${context.Variables['number']}", Object.class, exchange ->
            (Integer) Objects.requireNonNull(exchange.variables().get("number"))),
    /** Whether a variable is not set. */
    ABSENT(
            10,
            "@(!context.Variables.ContainsKey(\"none\"))",
            "${!context.Variables.ContainsKey('none')}",
            Boolean.class,
            exchange -> !exchange.variables().containsKey("none")),
    /** A text before a property. */
    PREFIXED_API(
            10,
            "@(\"api-\" + context.Api.Id)",
            "${'api-' += context.Api.Id}",
            String.class,
            exchange -> "api-" + Objects.requireNonNull(exchange.api()).id()),
    /** A variable, or a text where there is none. */
    VARIABLE_OR_TEXT(
            9,
            "@(context.Variables.GetValueOrDefault<string>(\"text\", \"\"))",
            "${context.Variables.GetValueOrDefault('text', '')}",
            String.class,
            exchange -> (String) Objects.requireNonNullElse(exchange.variables().get("text"), "")),
    /** A truth value that is a variable and may be absent. */
    FLAG(
            9,
            "@(!context.Variables.GetValueOrDefault<bool>(\"first\"))",
            "${!context.Variables.GetValueOrDefault('first', false)}",
            Boolean.class,
            exchange -> !(exchange.variables().get("first") instanceof Boolean flag && flag)),
    /** A field cut in parts. */
    BEARER(
            0,
            "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\").Split(' ').Last())",
            "${context.Request.Headers.GetValueOrDefault('Authorization', '').split(' ').Last()}",
            String.class,
            exchange -> {
                String[] parts = header(exchange, "Authorization").split(" ", -1);
                return parts[parts.length - 1];
            }),
    /** Truth values out of variables. */
    CONDITION(
            0,
            "@((bool)context.Variables[\"first\"] && !(bool)context.Variables[\"second\"])",
            "${context.Variables['first'] && !context.Variables['second']}",
            Boolean.class,
            exchange -> flag(exchange, "first") && !flag(exchange, "second")),
    /** A variable asked for first. */
    CHOICE(
            0,
            "@(context.Variables.ContainsKey(\"text\") ? (string)context.Variables[\"text\"] : \"none\")",
            "${context.Variables.ContainsKey('text') ? context.Variables['text'] : 'none'}",
            String.class,
            exchange -> exchange.variables().containsKey("text")
                    ? (String) exchange.variables().get("text")
                    : "none"),
    /** A part of a text looked for. */
    CONTAINS(
            0,
            "@(context.Request.Url.Path.Contains(\"/7\"))",
            "${context.Request.Url.Path.contains('/7')}",
            Boolean.class,
            exchange -> exchange.request().url().path().contains("/7")),
    /** A text in lower case. */
    LOWER_CASE(
            0,
            "@(context.Request.Method.ToLower())",
            "${context.Request.Method.toLowerCase()}",
            String.class,
            exchange -> exchange.request().method().toLowerCase(Locale.ROOT)),
    /** A template parameter. */
    TEMPLATE_PARAMETER(
            0,
            "@(context.Request.MatchedParameters[\"id\"])",
            "${context.Request.MatchedParameters['id']}",
            String.class,
            exchange -> exchange.matchedParameters().get("id")),
    /** A JSON text made. */
    JSON_TEXT(
            0,
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
    GROUPS(0, "@(context.User.Groups.Select(g => g.Name).Contains(\"partners\"))", null, Boolean.class, exchange -> {
        User user = Objects.requireNonNull(exchange.user());
        return exchange.gateway().groups(user).stream().map(Group::displayName).anyMatch("partners"::equals);
    }),
    /** A text as Base64. */
    BASE64(
            0,
            "@(Convert.ToBase64String(Encoding.UTF8.GetBytes((string)context.Variables[\"text\"])))",
            null,
            String.class,
            exchange -> Base64.getEncoder()
                    .encodeToString(((String)
                                    Objects.requireNonNull(exchange.variables().get("text")))
                            .getBytes(StandardCharsets.UTF_8))),
    /** A pattern matched. */
    REGEX(
            0,
            "@(Regex.Match(context.Request.Headers.GetValueOrDefault(\"Cache-Control\", \"\"),"
                    + " @\"max-age=(?<m>\\d+)\").Groups[\"m\"]?.Value)",
            null,
            String.class,
            exchange -> {
                Matcher matcher = Patterns.MAX_AGE.matcher(header(exchange, "Cache-Control"));
                return matcher.find() ? matcher.group("m") : "";
            }),
    /** The time as text. */
    TIMESTAMP(
            0,
            "@(context.Timestamp.ToString(\"o\"))",
            null,
            String.class,
            exchange -> Patterns.ROUND_TRIP.format(exchange.timestamp())),
    /** A block. */
    BLOCK(
            0,
            "@{ var tenant = context.Request.Headers.GetValueOrDefault(\"X-Tenant\", \"\");"
                    + " if (string.IsNullOrEmpty(tenant)) { return \"none\"; } return tenant; }",
            null,
            String.class,
            exchange -> {
                String tenant = header(exchange, "X-Tenant");
                return tenant.isEmpty() ? "none" : tenant;
            });

    private final int occurrences;
    private final String csharp;
    private final @Nullable String el;
    private final Class<?> type;
    private final Function<Exchange, @Nullable Object> java;

    Shape(
            int occurrences,
            String csharp,
            @Nullable String el,
            Class<?> type,
            Function<Exchange, @Nullable Object> java) {
        this.occurrences = occurrences;
        this.csharp = csharp;
        this.el = el;
        this.type = type;
        this.java = java;
    }

    /** In the public documents; 0 of what is not among the twenty most frequent. */
    int occurrences() {
        return occurrences;
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

    /** A field's values joined, as {@code GetValueOrDefault} has them; empty without one. */
    private static String header(Exchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.request().headers().joined(name), "");
    }

    private static ReadableBody body(Exchange exchange) {
        return new ReadableBody(exchange.request().body(), exchange.request().headers());
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
