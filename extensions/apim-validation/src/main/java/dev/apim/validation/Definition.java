package dev.apim.validation;

import java.util.List;

/** What bodies of one kind must look like. Immutable and thread-safe. */
interface Definition {
    /**
     * Holds a body against it.
     *
     * @return what is wrong, in order, not more than {@link #MOST}; empty when nothing is
     * @throws UnreadableException when the body cannot be read as what it should be
     */
    List<Mistake> check(Content content) throws UnreadableException;

    /** How many mistakes of one body are told. */
    int MOST = 20;

    /**
     * One mistake.
     *
     * @param text what it is
     * @param line from 1; 0 where there is none
     * @param position in the line, from 1; 0 where there is none
     */
    record Mistake(String text, int line, int position) {
        @Override
        public String toString() {
            return text + " Line: " + line + ", Position: " + position;
        }
    }

    /**
     * A body as it came.
     *
     * @param bytes decoded, not yet text
     * @param mediaType effective, without parameters, in lower case
     * @param charset that was declared, or empty
     */
    record Content(byte[] bytes, String mediaType, String charset) {}

    /** The body is not even JSON or XML, or goes beyond a limit that protects the gateway. */
    final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** A schema that says nothing usable. */
    final class BrokenSchemaException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenSchemaException(String message) {
            super(message);
        }
    }
}
