package dev.apim.core.expression.csharp.value;

/** A budget of an evaluation is used up. No {@code catch} of an expression sees it. */
public final class BudgetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of a budget, with what it was and what it allows. */
    public BudgetException(String message) {
        super(message, null, false, false);
    }
}
