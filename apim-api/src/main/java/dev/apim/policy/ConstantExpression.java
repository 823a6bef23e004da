package dev.apim.policy;

/** A literal. */
record ConstantExpression<T>(Class<T> type, T value) implements Expression<T> {
    @Override
    public BodyUse bodyUse() {
        return BodyUse.NONE;
    }

    @Override
    public Cost cost() {
        return Cost.BOUNDED;
    }

    @Override
    public T evaluate(Exchange exchange) {
        return value;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
