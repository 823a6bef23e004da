package dev.apim.policy;

/**
 * Names something a policy remembers of one request. Keys are compared by identity: keep one in a static field.
 *
 * @param <T> what is remembered
 */
public final class ExchangeKey<T> {
    private final String name;

    private ExchangeKey(String name) {
        this.name = name;
    }

    /** A new key; the name is for debugging. */
    public static <T> ExchangeKey<T> of(String name) {
        return new ExchangeKey<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
