package dev.apim.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute takes.
 *
 * @param name of the attribute
 * @param type what its value is
 * @param required whether it must be there
 * @param expression whether it may be an expression
 * @param defaultValue in its absence, if there is one
 * @param lenient whether its absence is a warning although it is required; then {@code defaultValue} applies
 * @param allowed the literals it may be; empty: any
 * @param min least number, for numbers
 * @param max greatest number, for numbers
 * @param summary one line for the reference page
 */
public record AttributeSpec(
        String name,
        Type type,
        boolean required,
        boolean expression,
        @Nullable String defaultValue,
        boolean lenient,
        List<String> allowed,
        double min,
        double max,
        String summary) {
    /** What a value is. */
    public enum Type {
        /** Text. */
        STRING(String.class),
        /** {@code true} or {@code false}. */
        BOOLEAN(Boolean.class),
        /** A whole number of 32 bits. */
        INTEGER(Integer.class),
        /** A whole number of 64 bits. */
        LONG(Long.class),
        /** A number. */
        DECIMAL(Double.class),
        /** Whatever an expression gives; a literal is text. */
        ANY(Object.class);

        private final Class<?> javaType;

        Type(Class<?> javaType) {
            this.javaType = javaType;
        }

        /** What it is in Java. */
        public Class<?> javaType() {
            return javaType;
        }
    }

    /** An optional literal. */
    public static AttributeSpec of(String name, Type type, String summary) {
        return new AttributeSpec(
                name, type, false, false, null, false, List.of(), -Double.MAX_VALUE, Double.MAX_VALUE, summary);
    }

    /** Must be there. */
    public AttributeSpec mandatory() {
        return new AttributeSpec(name, type, true, expression, defaultValue, lenient, allowed, min, max, summary);
    }

    /** May be an expression. */
    public AttributeSpec orExpression() {
        return new AttributeSpec(name, type, required, true, defaultValue, lenient, allowed, min, max, summary);
    }

    /** Has this value where it is absent. */
    public AttributeSpec or(String value) {
        return new AttributeSpec(name, type, required, expression, value, lenient, allowed, min, max, summary);
    }

    /** Is required, but its absence is only warned of and {@code value} taken. */
    public AttributeSpec mandatoryOr(String value) {
        return new AttributeSpec(name, type, true, expression, value, true, allowed, min, max, summary);
    }

    /** As a literal, is one of these. */
    public AttributeSpec oneOf(String... values) {
        return new AttributeSpec(
                name, type, required, expression, defaultValue, lenient, List.of(values), min, max, summary);
    }

    /** As a literal, is one of these; another is only warned of. */
    public AttributeSpec orRatherOneOf(String... values) {
        return new AttributeSpec(
                name, type, required, expression, defaultValue, true, List.of(values), min, max, summary);
    }

    /** As a literal number, lies between these, both included. */
    public AttributeSpec between(double least, double greatest) {
        return new AttributeSpec(
                name, type, required, expression, defaultValue, lenient, allowed, least, greatest, summary);
    }
}
