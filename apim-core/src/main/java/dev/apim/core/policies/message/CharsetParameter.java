package dev.apim.core.policies.message;

import dev.apim.http.Headers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that a message's {@code Content-Type} names. */
public final class CharsetParameter {
    private static final Pattern CHARSET =
            Pattern.compile("(;\\s*charset\\s*=\\s*)(\"[^\"]*\"|[^;\\s]*)", Pattern.CASE_INSENSITIVE);

    private CharsetParameter() {}

    /** Names another where one is named at all: the body was written anew (Azure: set-body). */
    public static void change(Headers headers, String charset) {
        String type = headers.get("Content-Type");
        Matcher found = CHARSET.matcher(type == null ? "" : type);
        if (found.find() && !found.group(2).replace("\"", "").equalsIgnoreCase(charset)) {
            headers.set("Content-Type", found.replaceFirst("$1" + Matcher.quoteReplacement(charset)));
        }
    }
}
