package dev.apim.core.policies.content;

import dev.apim.http.QueryParameters;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wraps the response body in a call of the function that the client names (Azure: jsonp). */
final class JsonpPolicy implements PolicyType {
    private static final int LONGEST_NAME = 200;

    private static final Set<String> RESERVED = Set.of(
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("jsonp", "Wraps the response body in a call of the function that the client names.")
                .sections(Section.OUTBOUND)
                .onlyOnce()
                .attributes(AttributeSpec.of(
                                "callback-parameter-name", Type.STRING, "The query parameter that names the function.")
                        .mandatory()
                        .orExpression());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(context.required(element, "callback-parameter-name", String.class), Content.Side.of(context));
    }

    private record Step(Expression<String> parameter, Content.Side side) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            String name = Objects.requireNonNullElse(parameter.evaluate(exchange), "");
            String callback = callback(exchange, name);
            if (callback == null) {
                return Outcome.next();
            }
            if (!isIdentifier(callback)) {
                return Outcome.fail(PolicyFailure.of(
                        400,
                        "CallbackParameterInvalid",
                        "Value of callback parameter " + name + " is not a valid JavaScript identifier."));
            }
            Content content = side.of(exchange);
            if (!content.isEmpty()) {
                content.replace(
                        callback + "(" + script(content.text()) + ");", "application/javascript; charset=utf-8");
                content.headers().set("X-Content-Type-Options", "nosniff");
            }
            return Outcome.next();
        }

        private static @Nullable String callback(Exchange exchange, String name) {
            for (QueryParameters.Parameter each :
                    QueryParameters.parse(exchange.originalUrl().query()).list()) {
                if (each.name().equals(name)) {
                    return each.value();
                }
            }
            return null;
        }

        /** JSON has two line ends that older JavaScript does not take in a string. */
        private static String script(String json) {
            return json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
        }

        @Override
        public String toString() {
            return "jsonp callback-parameter-name=" + parameter;
        }
    }

    /** ECMAScript: letters, digits, {@code $} and {@code _}; neither a digit first nor a reserved word. */
    private static boolean isIdentifier(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME || RESERVED.contains(text)) {
            return false;
        }
        return text.codePoints().allMatch(JsonpPolicy::isPart) && !Character.isDigit(text.codePointAt(0));
    }

    private static boolean isPart(int c) {
        return c == '$' || c == '_' || Character.isLetterOrDigit(c);
    }
}
