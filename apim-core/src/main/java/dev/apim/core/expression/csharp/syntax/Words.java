package dev.apim.core.expression.csharp.syntax;

import java.util.Set;

/** The words of C# 7 that mean something. */
final class Words {
    /** Types that have a keyword. */
    static final Set<String> TYPES = Set.of(
            "bool", "byte", "char", "decimal", "double", "float", "int", "long", "object", "sbyte", "short", "string",
            "uint", "ulong", "ushort", "void");

    /** Words that a query gives a meaning to; within one they are no names. */
    static final Set<String> OF_QUERIES = Set.of(
            "from",
            "where",
            "select",
            "group",
            "into",
            "orderby",
            "join",
            "let",
            "on",
            "equals",
            "by",
            "ascending",
            "descending");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "base",
            "bool",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "checked",
            "class",
            "const",
            "continue",
            "decimal",
            "default",
            "delegate",
            "do",
            "double",
            "else",
            "enum",
            "event",
            "explicit",
            "extern",
            "false",
            "finally",
            "fixed",
            "float",
            "for",
            "foreach",
            "goto",
            "if",
            "implicit",
            "in",
            "int",
            "interface",
            "internal",
            "is",
            "lock",
            "long",
            "namespace",
            "new",
            "null",
            "object",
            "operator",
            "out",
            "override",
            "params",
            "private",
            "protected",
            "public",
            "readonly",
            "ref",
            "return",
            "sbyte",
            "sealed",
            "short",
            "sizeof",
            "stackalloc",
            "static",
            "string",
            "struct",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "uint",
            "ulong",
            "unchecked",
            "unsafe",
            "ushort",
            "using",
            "virtual",
            "void",
            "volatile",
            "while");

    private Words() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }
}
