package dev.apim.core.expression.csharp.syntax;

/** What a token is. */
enum TokenKind {
    /** A name; contextual keywords are names. */
    IDENTIFIER("a name"),
    /** A reserved word. */
    KEYWORD("a keyword"),
    /** An operator, a bracket or a separator. */
    SYMBOL("a symbol"),
    /** A number, its value with it. */
    NUMBER("a number"),
    /** A string without holes, its value with it. */
    STRING("a string"),
    /** A character, its value with it. */
    CHARACTER("a character"),
    /** An interpolated string; the value is a list of {@link StringPart}. */
    INTERPOLATED("a string"),
    /** {@code {{name}}}; the text is the name. */
    PLACEHOLDER("a named value"),
    /** The end of the text. */
    END("the end");

    private final String description;

    TokenKind(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
