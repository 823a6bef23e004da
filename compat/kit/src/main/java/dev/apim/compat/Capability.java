package dev.apim.compat;

import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** What the contract asks of a container and not every one can express, with the clause that leaves it open. */
public enum Capability {
    /** An exchange that fails after the head is out ends without the mark of a whole body. */
    BREAK_OFF(
            "A response that fails after its head is out looks broken off to the client",
            "Jakarta Servlet 6.0 \u00a75.7 (Closure of Response Object), \u00a710.9.2 (Error Pages): neither has a way to break off a committed response;"
                    + " what follows an exception is the container's choice");

    private final String title;
    private final String clause;

    Capability(String title, String clause) {
        this.title = title;
        this.clause = clause;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** The clause of the specification that allows a container to be without it. */
    public String clause() {
        return clause;
    }

    static void assumeAll(Set<Capability> missing, Capability needed) {
        Assumptions.assumeFalse(missing.contains(needed), () -> "the container cannot: " + needed.title);
    }
}
