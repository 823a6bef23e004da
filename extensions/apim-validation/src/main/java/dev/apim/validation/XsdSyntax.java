package dev.apim.validation;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads patterns as XML Schema 1.0 writes them (part 2, appendix F), into an automaton. */
final class XsdSyntax {
    private static final int MOST_COPIES = 400;
    private static final String INITIAL = ":A-Z_a-z\\u00C0-\\uFFFF";
    private static final String PART = INITIAL + "\\-.0-9\\u00B7";
    private static final String NO_WORD = "\\p{P}\\p{Z}\\p{C}";

    private final String source;
    private int at;

    private XsdSyntax(String source) {
        this.source = source;
    }

    /**
     * Reads one.
     *
     * @throws PatternSyntaxException when it is none
     */
    static XsdPart read(String source) {
        XsdSyntax syntax = new XsdSyntax(source);
        XsdPart whole = syntax.branches();
        if (syntax.more()) {
            throw syntax.unexpected();
        }
        return whole;
    }

    private XsdPart branches() {
        XsdPart all = branch();
        while (more() && source.charAt(at) == '|') {
            at++;
            all = all.or(branch());
        }
        return all;
    }

    private XsdPart branch() {
        XsdPart all = XsdPart.EMPTY;
        while (more() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            all = all.then(piece());
        }
        return all;
    }

    private XsdPart piece() {
        int begin = at;
        XsdPart atom = atom();
        int end = at;
        if (!more()) {
            return atom;
        }
        switch (source.charAt(at)) {
            case '?' -> {
                at++;
                return atom.optional();
            }
            case '*' -> {
                at++;
                return atom.repeated().optional();
            }
            case '+' -> {
                at++;
                return atom.repeated();
            }
            case '{' -> {
                return counted(atom, begin, end);
            }
            default -> {
                return atom;
            }
        }
    }

    /** Written out where that is short; else as if without an upper bound, which has more ways. */
    private XsdPart counted(XsdPart atom, int begin, int end) {
        int close = source.indexOf('}', at);
        if (close < 0) {
            throw unexpected();
        }
        String[] bounds = source.substring(at + 1, close).split(",", -1);
        int least = number(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? Integer.MAX_VALUE : number(bounds[1]);
        at = close + 1;
        if (most == 0) {
            return XsdPart.EMPTY;
        }
        long copies = most == Integer.MAX_VALUE ? Math.max(1, least) : most;
        if (copies * atom.size() > MOST_COPIES) {
            return least == 0 ? atom.repeated().optional() : atom.repeated();
        }
        String text = source.substring(begin, end);
        XsdPart tail = most == Integer.MAX_VALUE ? read(text).repeated() : XsdPart.EMPTY;
        if (most == Integer.MAX_VALUE) {
            tail = least == 0 ? tail.optional() : tail;
            for (int i = 1; i < least; i++) {
                tail = read(text).then(tail);
            }
            return tail;
        }
        for (int i = most; i > least; i--) {
            tail = read(text).then(tail).optional();
        }
        for (int i = 0; i < least; i++) {
            tail = read(text).then(tail);
        }
        return tail;
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw unexpected();
        }
    }

    private XsdPart atom() {
        char c = source.charAt(at);
        if (c == '(') {
            at++;
            XsdPart inner = branches();
            if (!more() || source.charAt(at++) != ')') {
                throw unexpected();
            }
            return inner;
        }
        if (c == '[') {
            return XsdPart.of(compiled(brackets()));
        }
        if (c == '\\') {
            return XsdPart.of(compiled("[" + escape() + "]"));
        }
        if (c == '.') {
            at++;
            return XsdPart.of(compiled("[^\\n\\r]"));
        }
        if ("?*+{}]".indexOf(c) >= 0) {
            throw unexpected();
        }
        int character = source.codePointAt(at);
        at += Character.charCount(character);
        return XsdPart.of(compiled(Pattern.quote(Character.toString(character))));
    }

    /** What a class takes away is left in: that has more ways. */
    private String brackets() {
        at++;
        boolean not = more() && source.charAt(at) == '^';
        at += not ? 1 : 0;
        StringBuilder java = new StringBuilder(not ? "[^" : "[");
        while (more() && source.charAt(at) != ']') {
            char c = source.charAt(at);
            if (c == '\\') {
                java.append(escape());
            } else if (c == '-' && source.startsWith("-[", at)) {
                at++;
                brackets();
            } else {
                java.append(c == '[' || c == '&' || c == '^' ? "\\" : "").append(c);
                at++;
            }
        }
        if (!more()) {
            throw unexpected();
        }
        at++;
        return java.append(']').toString();
    }

    /** As it stands in brackets of Java. */
    private String escape() {
        at++;
        if (!more()) {
            throw unexpected();
        }
        char c = source.charAt(at++);
        return switch (c) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 'w' -> "[^" + NO_WORD + "]";
            case 'W' -> NO_WORD;
            case 's' -> " \\t\\n\\r";
            case 'S' -> "[^ \\t\\n\\r]";
            case 'i' -> INITIAL;
            case 'I' -> "[^" + INITIAL + "]";
            case 'c' -> PART;
            case 'C' -> "[^" + PART + "]";
            case 'p', 'P' -> category(c);
            case 'n', 'r', 't' -> "\\" + c;
            default -> "\\" + c;
        };
    }

    /** A block is named otherwise in Java, so that it is taken for everything. */
    private String category(char kind) {
        int close = source.indexOf('}', at);
        if (close < 0) {
            throw unexpected();
        }
        String name = source.substring(at, close + 1);
        at = close + 1;
        return name.startsWith("{Is") ? "\\s\\S" : "\\" + kind + name;
    }

    private static Pattern compiled(String java) {
        return Pattern.compile(java);
    }

    private boolean more() {
        return at < source.length();
    }

    private PatternSyntaxException unexpected() {
        return new PatternSyntaxException("not a pattern of XML Schema", source, Math.min(at, source.length()));
    }
}
