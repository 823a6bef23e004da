package dev.apim.core.policies.message;

import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/**
 * What may go out as a field name, a field value or a request target (RFC 9110 §5, RFC 9112 §3.2). Whatever a policy makes is held
 * against it, so that no text from a request can end a line. Characters above U+00FF are refused too: cut to a byte, some of them
 * are a line end.
 */
public final class FieldSyntax {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private FieldSyntax() {}

    /** Whether it is a token: a field name or a method. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether it holds no control character but the tab, and nothing beyond a byte. Empty is fine. */
    public static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F || c > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Whether it holds nothing but visible ASCII: a path or query ready for the wire. */
    public static boolean isTarget(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '#') {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with a field, or {@code null}. The message names the field, never its value. */
    public static @Nullable PolicyFailure problem(String name, String value) {
        if (!isToken(name)) {
            return PolicyFailure.internal(
                    "InvalidHeader",
                    "A header name made by the policy is empty or holds characters that no header name may have.");
        }
        if (!isValue(value)) {
            return PolicyFailure.internal(
                    "InvalidHeader",
                    "The value made for header '" + name
                            + "' holds a control character or one beyond ISO 8859-1; encode or remove it.");
        }
        return null;
    }
}
