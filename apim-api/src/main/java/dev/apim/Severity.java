package dev.apim;

import java.util.Locale;

/** How much an {@link Issue} matters. */
public enum Severity {
    /** The input is refused. */
    ERROR,
    /** The input is taken; something in it will not do what its author may expect. */
    WARNING;

    /** Lower case, as printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
