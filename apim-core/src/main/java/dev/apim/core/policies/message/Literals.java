package dev.apim.core.policies.message;

import dev.apim.core.expression.UnfilledLiteral;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Value;

/** What can be said of a value before any request runs. */
public final class Literals {
    private Literals() {}

    /**
     * Whether the text is final. It is not where it is an expression, nor where a named value that is not at hand still stands in it,
     * as in a document that is validated alone.
     */
    public static boolean isFinal(Value value) {
        return !value.isExpression() && !value.text().contains("{{");
    }

    /** Reports a literal that cannot be what it should be; one that a script was to fill in is only doubted. */
    public static void refuse(Value value, String problem, CompileContext context) {
        if (UnfilledLiteral.mayBe(value)) {
            context.doubt(value.position(), problem + UnfilledLiteral.ADVICE);
        } else {
            context.error(value.position(), problem);
        }
    }
}
