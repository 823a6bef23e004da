package dev.apim.liquid;

import dev.apim.template.TemplateException;
import dev.apim.template.TextPattern;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** DotLiquid's filters of texts. */
final class TextFilters {
    private TextFilters() {}

    static List<NetFilter> all(TextPattern patterns) {
        List<NetFilter> all = new ArrayList<>(plain());
        all.addAll(cutting());
        all.addAll(replacing(patterns));
        return all;
    }

    private static List<NetFilter> plain() {
        return List.of(
                NetFilter.ofText("Append", (text, a) -> text + a.text(0, "")),
                NetFilter.ofText("Prepend", (text, a) -> a.text(0, "") + text),
                NetFilter.ofText("Capitalize", (text, a) -> titled(text)),
                NetFilter.ofText("Downcase", (text, a) -> text.toLowerCase(Locale.ROOT)),
                NetFilter.ofText("Upcase", (text, a) -> text.toUpperCase(Locale.ROOT)),
                NetFilter.ofText("Escape", (text, a) -> html(text)),
                NetFilter.ofText("H", (text, a) -> html(text)),
                NetFilter.ofText("NewlineToBr", (text, a) -> text.replaceAll("(\r?\n)", "<br />$1")),
                NetFilter.ofText("StripNewlines", (text, a) -> text.replaceAll("\r?\n", "")),
                NetFilter.ofText("StripHtml", (text, a) -> withoutTags(text)),
                NetFilter.ofText("UrlEncode", (text, a) -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
                NetFilter.ofText("UrlDecode", (text, a) -> decoded(text)));
    }

    private static List<NetFilter> cutting() {
        return List.of(
                NetFilter.ofText("Strip", (text, a) -> text.strip()),
                NetFilter.ofText("Lstrip", (text, a) -> text.stripLeading()),
                NetFilter.ofText("Rstrip", (text, a) -> text.stripTrailing()),
                NetFilter.ofText("Remove", (text, a) -> text.replace(a.text(0, ""), "")),
                NetFilter.ofText("Truncate", (text, a) -> truncated(text, a.number(0, 50), a.text(1, "..."))),
                NetFilter.ofText("TruncateWords", (text, a) -> words(text, a.number(0, 15), a.text(1, "..."))),
                NetFilter.ofText("Split", (text, a) -> split(text, a.text(0, " "))));
    }

    /** These look for a regular expression, which is how Azure's own templates for SOAP escape texts for JSON. */
    private static List<NetFilter> replacing(TextPattern patterns) {
        return List.of(
                NetFilter.ofText("Replace", (text, a) -> replaced(patterns, text, a.text(0, ""), a.text(1, ""), false)),
                NetFilter.ofText(
                        "ReplaceFirst", (text, a) -> replaced(patterns, text, a.text(0, ""), a.text(1, ""), true)),
                NetFilter.ofText("RemoveFirst", (text, a) -> replaced(patterns, text, a.text(0, ""), "", true)));
    }

    /** .NET: {@code TextInfo.ToTitleCase}; a word all in capitals stays. */
    private static String titled(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '\'' && end > i)) {
                end++;
            }
            if (end == i) {
                titled.append(text.charAt(i++));
            } else {
                String word = text.substring(i, end);
                boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
                titled.append(
                        shouted
                                ? word
                                : Character.toTitleCase(word.charAt(0))
                                        + word.substring(1).toLowerCase(Locale.ROOT));
                i = end;
            }
        }
        return titled.toString();
    }

    /** .NET: {@code WebUtility.HtmlEncode}. */
    private static String html(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> {
                    if (c >= 0xA0 && c <= 0xFF) {
                        html.append("&#").append((int) c).append(';');
                    } else {
                        html.append(c);
                    }
                }
            }
        }
        return html.toString();
    }

    private static String withoutTags(String text) {
        StringBuilder left = new StringBuilder(text.length());
        int from = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            left.append(text, from, open);
            from = close + 1;
        }
        return left.append(text, from, text.length()).toString();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String replaced(
            TextPattern patterns, String text, String pattern, String replacement, boolean once) {
        if (pattern.isEmpty()) {
            return text;
        }
        try {
            return patterns.replace(text, pattern, replacement, once);
        } catch (TemplateException e) {
            throw new LiquidTemplate.Exceeded(String.valueOf(e.getMessage()));
        }
    }

    private static String truncated(String text, int length, String end) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - end.length())) + end;
    }

    private static String words(String text, int most, String end) {
        String[] words = text.split(" ");
        return words.length <= Math.max(0, most)
                ? text
                : String.join(" ", Arrays.copyOf(words, Math.max(0, most))) + end;
    }

    /** .NET: {@code StringSplitOptions.RemoveEmptyEntries}. */
    private static List<String> split(String text, String pattern) {
        if (text.isBlank()) {
            return List.of(text);
        }
        return pattern.isEmpty()
                ? text.chars().mapToObj(c -> String.valueOf((char) c)).toList()
                : Stream.of(text.split(Pattern.quote(pattern)))
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
