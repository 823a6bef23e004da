package dev.apim.policy;

import java.util.Locale;

/** Where a policy document is attached, from broad to narrow (Azure: scope). */
public enum Scope {
    /** The service. */
    GLOBAL,
    /** A workspace. */
    WORKSPACE,
    /** A product. */
    PRODUCT,
    /** An API. */
    API,
    /** An operation. */
    OPERATION;

    /** Lower case, as in {@code context.LastError.Scope}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
