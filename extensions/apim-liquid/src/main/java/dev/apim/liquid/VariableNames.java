package dev.apim.liquid;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as DotLiquid reads them: with hyphens and with letters of any script in them, as XML and fields of requests have them. They are
 * rewritten to what the library's grammar takes; lines stay where they are.
 */
final class VariableNames {
    private static final Pattern MARKUP =
            Pattern.compile("\\{%-?\\s*raw\\s*-?%}.*?\\{%-?\\s*endraw\\s*-?%}|(\\{[{%])(.*?)([%}]})", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(
            "\"[^\"]*\"|'[^']*'|((?<!\\.)\\.)?(?<!\\w)(\\w+(?:-\\w+)*)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+|[0-9].*");

    private VariableNames() {}

    static String rewritten(String source) {
        return MARKUP.matcher(source).replaceAll(VariableNames::markup);
    }

    private static String markup(MatchResult found) {
        String written = found.group(2) == null
                ? found.group()
                : found.group(1) + NAME.matcher(found.group(2)).replaceAll(VariableNames::name) + found.group(3);
        return Matcher.quoteReplacement(written);
    }

    private static String name(MatchResult found) {
        String name = found.group(2);
        if (name == null || PLAIN.matcher(name).matches()) {
            return Matcher.quoteReplacement(found.group());
        }
        return Matcher.quoteReplacement(found.group(1) == null ? variable(name) : "[\"" + name + "\"]");
    }

    /** A variable of the template's own, which nothing but the template knows. */
    private static String variable(String name) {
        StringBuilder plain = new StringBuilder();
        name.chars().forEach(c -> {
            boolean kept = c < 0x80 && c != '-';
            plain.append(kept ? String.valueOf((char) c) : String.format(Locale.ROOT, "_x%04x_", c));
        });
        return plain.toString();
    }
}
