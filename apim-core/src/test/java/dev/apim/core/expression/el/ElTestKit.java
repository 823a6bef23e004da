package dev.apim.core.expression.el;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles EL in tests, each expression on line 1 of a document named {@code p}. */
final class ElTestKit {
    private ElTestKit() {}

    static Value value(String text) {
        return new Value(text, Value.Language.EL, offset -> new Position("p", 1, offset + 1));
    }

    static <T> Expression<T> compile(String text, Class<T> type) {
        List<Issue> issues = new ArrayList<>();
        Expression<T> expression = new ElExpressions().compile(value(text), type, issues::add);
        assertThat(issues).as("issues of %s", text).isEmpty();
        return expression;
    }

    static @Nullable Object eval(String text, Exchange exchange) {
        return compile(text, Object.class).evaluate(exchange);
    }

    static @Nullable String text(String text, Exchange exchange) {
        return compile(text, String.class).evaluate(exchange);
    }

    static List<Issue> issues(String text) {
        List<Issue> issues = new ArrayList<>();
        new ElExpressions().compile(value(text), Object.class, issues::add);
        return issues;
    }
}
