package dev.apim.policy;

/** A part of a policy document (Azure: section). */
public enum Section {
    /** Before the backend. */
    INBOUND("inbound"),
    /** Around the call of the backend. */
    BACKEND("backend"),
    /** After the backend. */
    OUTBOUND("outbound"),
    /** After a failure, instead of the rest. */
    ON_ERROR("on-error");

    private final String element;

    Section(String element) {
        this.element = element;
    }

    /** The element's name. */
    public String element() {
        return element;
    }

    @Override
    public String toString() {
        return element;
    }
}
