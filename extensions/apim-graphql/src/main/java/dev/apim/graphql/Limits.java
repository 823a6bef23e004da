package dev.apim.graphql;

import graphql.parser.ParserOptions;

/** What one request may ask for, whatever its API allows: a query is a program of its sender. */
final class Limits {
    /** Bytes of a request's body, and characters of a query. */
    static final int BYTES = 1 << 20;

    /** Fields of one operation with every fragment written out; an alias is a field of its own. */
    static final int FIELDS = 5_000;

    /** Levels of one operation with every fragment written out. */
    static final int DEPTH = 100;

    /** Values in one response. */
    static final int RESULT_NODES = 200_000;

    /** Resolvers that one request may run. */
    static final int RESOLVERS = 1_000;

    /** How many of them at once. */
    static final int RESOLVERS_AT_ONCE = 32;

    /** Of the text of a query: tokens 15,000, nested rules 500. */
    static final ParserOptions PARSING = ParserOptions.newParserOptions()
            .maxCharacters(BYTES)
            .maxTokens(15_000)
            .maxWhitespaceTokens(100_000)
            .maxRuleDepth(500)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .redactTokenParserErrorMessages(true)
            .build();

    private Limits() {}
}
