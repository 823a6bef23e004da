package dev.apim.template;

import dev.apim.ApimException;

/** A template cannot be compiled or rendered. */
public final class TemplateException extends ApimException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * At a place of the template.
     *
     * @param message what is wrong, without the place
     * @param line from 1 on; 0 where it is not known
     * @param column from 1 on; 0 where it is not known
     */
    public TemplateException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** From 1 on; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** From 1 on; 0 where it is not known. */
    public int column() {
        return column;
    }
}
