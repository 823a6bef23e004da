package dev.apim.core.expression.csharp.regex;

import java.util.Objects;

/** What a replacement pattern of .NET, {@code $1 ${name} $$ $& $` $' $+ $_}, becomes for a match. */
final class Substitution {
    private final PatternReader in;
    private final Match match;
    private final StringBuilder out = new StringBuilder();

    private Substitution(String replacement, Match match) {
        this.in = new PatternReader(replacement);
        this.match = match;
    }

    /** The replacement for a match that succeeded. */
    static String of(String replacement, Match match) {
        if (replacement.indexOf('$') < 0) {
            return replacement;
        }
        Substitution substitution = new Substitution(replacement, match);
        while (substitution.in.more()) {
            char c = substitution.in.next();
            if (c != '$' || !substitution.dollar()) {
                substitution.out.append(c);
            }
        }
        return substitution.out.toString();
    }

    private boolean dollar() {
        if (!in.more()) {
            return false;
        }
        char c = in.peek();
        if (c == '{' || (c >= '0' && c <= '9')) {
            return group(c == '{');
        }
        String text = match.text();
        switch (c) {
            case '$' -> out.append('$');
            case '&' -> out.append(match.value());
            case '`' -> out.append(text, 0, match.index());
            case '\'' -> out.append(text, match.end(), text.length());
            case '_' -> out.append(text);
            case '+' -> {
                int last = Objects.requireNonNull(match.pattern()).groups().lastKey();
                out.append(match.groups().at(last).value());
            }
            default -> {
                return false;
            }
        }
        in.at++;
        return true;
    }

    /** A group by number or name; one that is not in the pattern is no reference. */
    private boolean group(boolean braces) {
        int start = in.at;
        in.at += braces ? 1 : 0;
        String name = braces ? in.name() : digits();
        if (name.isEmpty() || (braces && !in.skip('}')) || !match.groups().has(canonical(name))) {
            in.at = start;
            return false;
        }
        out.append(match.groups().at(canonical(name)).value());
        return true;
    }

    private String digits() {
        int start = in.at;
        while (in.more() && in.peek() >= '0' && in.peek() <= '9') {
            in.at++;
        }
        return in.pattern.substring(start, in.at);
    }

    private static String canonical(String name) {
        boolean number = name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.toString(Integer.parseInt(name)) : name;
    }
}
