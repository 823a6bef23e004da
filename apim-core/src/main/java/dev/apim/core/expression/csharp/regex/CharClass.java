package dev.apim.core.expression.csharp.regex;

import java.util.Map;
import java.util.Set;

/** Reads a character class, {@code [a-z-[aeiou]]}, and writes it for Java. */
final class CharClass {
    private static final String WORD = "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}";
    private static final String SPACE = "\\t-\\r\\x85\\p{Z}";
    private static final String SURROGATES = "\\uE000-\\uE7FF";
    private static final Set<String> CATEGORIES = Set.of(
            "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps",
            "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co",
            "Cn");
    private static final Map<String, String> BLOCKS = Map.of(
            "IsGreek",
            "Greek and Coptic",
            "IsGreekandCoptic",
            "Greek and Coptic",
            "IsCombiningMarksforSymbols",
            "CombiningDiacriticalMarksforSymbols");

    private final PatternReader in;
    private final boolean ecma;
    private final StringBuilder items = new StringBuilder();
    private boolean nested;
    private String subtracted = "";
    private int rangeStart = -1;

    private CharClass(PatternReader in, boolean ecma) {
        this.in = in;
        this.ecma = ecma;
    }

    /** A class whose opening bracket has been read, as something of Java's that takes one character. */
    static String read(PatternReader in, boolean ecma) {
        return new CharClass(in, ecma).read();
    }

    /** What stands for a whole class, the items of one: {@code \d} and its like. */
    static String shorthand(char c, boolean ecma) {
        return switch (Character.toLowerCase(c)) {
            case 'd' -> ecma ? "0-9" : "\\p{Nd}";
            case 's' -> ecma ? "\\t-\\r\\x20" : SPACE;
            default -> ecma ? "0-9A-Za-z_\\u0130" : WORD;
        };
    }

    /** The name behind {@code \p}, which has been read, as items of a class. */
    static String property(PatternReader in) {
        if (in.left() < 3) {
            throw in.mistake("Incomplete \\p{X} character escape.");
        }
        if (in.next() != '{') {
            throw in.mistake("Malformed \\p{X} character escape.");
        }
        int start = in.at;
        while (in.more() && (PatternReader.isWord(in.peek()) || in.peek() == '-')) {
            in.at++;
        }
        String name = in.pattern.substring(start, in.at);
        if (!in.skip('}')) {
            throw in.mistake("Incomplete \\p{X} character escape.");
        }
        String items = items(name);
        if (items.isEmpty()) {
            throw in.mistake("Unknown property '" + name + "'.");
        }
        return items;
    }

    private static String items(String name) {
        if (name.equals("Cs") || name.equals("IsHighSurrogates") || name.equals("IsLowSurrogates")) {
            return SURROGATES;
        }
        if (CATEGORIES.contains(name)) {
            return "\\p{" + name + "}";
        }
        if (!name.startsWith("Is")) {
            return "";
        }
        try {
            Character.UnicodeBlock block = Character.UnicodeBlock.forName(BLOCKS.getOrDefault(name, name.substring(2)));
            return "\\p{In" + block + "}";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private String read() {
        boolean inverted = in.skip('^');
        boolean first = true;
        while (true) {
            if (!in.more()) {
                throw in.mistake("Unterminated [] set.");
            }
            char c = in.next();
            if (c == ']' && !first) {
                break;
            }
            item(c, first);
            first = false;
        }
        String body = "[" + items + "]";
        if (inverted) {
            body = nested ? "(?:(?!" + body + ")(?s:.))" : "[^" + items + "]";
        }
        return subtracted.isEmpty() ? body : "(?:(?!" + subtracted + ")" + body + ")";
    }

    private void item(char c, boolean first) {
        if (c == '\\' && in.more()) {
            escaped();
        } else if (c == '[' && rangeStart >= 0 && !first) {
            single((char) rangeStart);
            rangeStart = -1;
            subtract();
        } else if (c == '-' && rangeStart < 0 && in.sees('[') && !first) {
            in.at++;
            subtract();
        } else {
            character(c);
        }
    }

    private void subtract() {
        subtracted = read(in, ecma);
        if (in.more() && !in.sees(']')) {
            throw in.mistake("A subtraction must be the last element in a character class.");
        }
    }

    private void escaped() {
        char c = in.next();
        switch (c) {
            case 'd', 'D', 's', 'S', 'w', 'W' -> {
                noRange(c);
                set(shorthand(c, ecma), Character.isUpperCase(c));
            }
            case 'p', 'P' -> {
                noRange(c);
                set(property(in), c == 'P');
            }
            case '-' -> {
                if (rangeStart >= 0) {
                    range('-');
                } else {
                    single('-');
                }
            }
            default -> {
                in.at--;
                character(in.escape(ecma));
            }
        }
    }

    private void noRange(char c) {
        if (rangeStart >= 0) {
            throw in.mistake("Cannot include class \\" + c + " in character range.");
        }
    }

    private void set(String more, boolean inverted) {
        items.append(inverted ? "[^" + more + "]" : more);
        nested |= inverted;
    }

    private void character(char c) {
        if (rangeStart >= 0) {
            range(c);
        } else if (in.left() > 1 && in.peek() == '-' && in.pattern.charAt(in.at + 1) != ']') {
            rangeStart = c;
            in.at++;
        } else {
            single(c);
        }
    }

    private void range(char end) {
        if (rangeStart > end) {
            throw in.mistake("[x-y] range in reverse order.");
        }
        single((char) rangeStart);
        items.append('-');
        single(end);
        rangeStart = -1;
    }

    private void single(char c) {
        items.append(Pieces.escaped(c));
    }
}
