package dev.apim.core.policies.access;

import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.http.QueryParameters;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request has its token: in a header, behind a scheme such as {@code Bearer}, in a query parameter, or wherever an expression
 * finds it.
 *
 * @param kind which of them
 * @param value name of the header or parameter, or the token
 * @param scheme that must stand before the token in {@code Authorization}, if one must
 */
record TokenPlace(
        Kind kind, Expression<String> value, @Nullable Expression<String> scheme) {
    enum Kind {
        HEADER("header-name"),
        QUERY("query-parameter-name"),
        VALUE("token-value");

        private final String attribute;

        Kind(String attribute) {
            this.attribute = attribute;
        }
    }

    static AttributeSpec[] attributes() {
        return new AttributeSpec[] {
            AttributeSpec.of(Kind.HEADER.attribute, Type.STRING, "Header that holds the token.")
                    .orExpression(),
            AttributeSpec.of(Kind.QUERY.attribute, Type.STRING, "Query parameter that holds the token.")
                    .orExpression(),
            AttributeSpec.of(Kind.VALUE.attribute, Type.STRING, "The token itself, without a scheme.")
                    .orExpression()
        };
    }

    /** Reports where it is not said once. */
    static @Nullable TokenPlace compile(PolicyElement element, @Nullable Kind otherwise, CompileContext context) {
        List<Kind> given = Stream.of(Kind.values())
                .filter(kind -> element.attribute(kind.attribute).isPresent())
                .toList();
        if (given.size() > 1) {
            context.doubt(
                    element.position(),
                    "<" + element.name() + "> says more than once where the token is; '" + given.get(0).attribute
                            + "' counts, remove the others");
        }
        Kind kind = given.isEmpty() ? otherwise : given.get(0);
        if (kind == null) {
            context.error(
                    element.position(),
                    "<" + element.name()
                            + "> does not say where the token is; add header-name, query-parameter-name or token-value");
            return null;
        }
        Expression<String> value = context.expression(element, kind.attribute, String.class);
        return new TokenPlace(
                kind,
                value == null ? Expression.constant(String.class, "Authorization") : value,
                context.expression(element, "require-scheme", String.class));
    }

    /** The token without its scheme. */
    String find(Exchange exchange) {
        String given = Objects.requireNonNullElse(value.evaluate(exchange), "").strip();
        String token = switch (kind) {
            case HEADER -> inHeader(exchange, given);
            case QUERY ->
                only(QueryParameters.parse(exchange.request().url().query()).all(given));
            case VALUE -> given;
        };
        if (token.isEmpty()) {
            throw absent();
        }
        return token;
    }

    private String inHeader(Exchange exchange, String name) {
        String field = only(exchange.request().headers().all(name)).strip();
        int blank = field.indexOf(' ');
        String found = blank < 0 ? "" : field.substring(0, blank);
        if (scheme != null && name.toLowerCase(Locale.ROOT).equals("authorization")) {
            String wanted = scheme.evaluate(exchange);
            if (wanted != null && !wanted.isBlank() && !wanted.strip().equalsIgnoreCase(found)) {
                throw absent();
            }
        }
        return field.substring(blank + 1).strip();
    }

    /** Of two nobody could tell which the backend will believe. */
    private static String only(List<String> values) {
        if (values.isEmpty()) {
            throw absent();
        }
        if (values.size() > 1) {
            throw new TokenException(Reason.JWT_INVALID, "The request has more than one token.");
        }
        return values.get(0);
    }

    private static TokenException absent() {
        return new TokenException(Reason.TOKEN_NOT_PRESENT, "JWT not present.");
    }
}
