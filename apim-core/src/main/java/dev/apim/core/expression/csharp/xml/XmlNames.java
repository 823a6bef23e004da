package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Locale;

/** What XML lets names and texts be made of, and .NET's words for what it does not. */
final class XmlNames {
    private XmlNames() {}

    /** An {@code XmlException}. */
    static DotNetException error(String message) {
        return new DotNetException("System.Xml.XmlException", message);
    }

    /** Checks a name without colon. */
    static void checkLocal(String name) {
        if (name.isEmpty()) {
            throw DotNetException.argument("The value cannot be an empty string.", "name");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i == 0 ? !isStart(c) : !isPart(c)) {
                throw error(i == 0 ? badStart(c) : badPart(c));
            }
        }
    }

    static String badStart(char c) {
        return "Name cannot begin with the '" + c + "' character, hexadecimal value " + hex(c) + ".";
    }

    static String badPart(char c) {
        return "The '" + c + "' character, hexadecimal value " + hex(c) + ", cannot be included in a name.";
    }

    static boolean isStart(char c) {
        return c == '_' || Character.isLetter(c) || Character.isSurrogate(c);
    }

    static boolean isPart(char c) {
        return isStart(c)
                || c == '-'
                || c == '.'
                || c == '\u00B7'
                || Character.isDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> isSpace((char) c));
    }

    /** Whether XML can hold a character. */
    static boolean isCharacter(char c) {
        return c >= ' ' ? c != '\uFFFE' && c != '\uFFFF' : isSpace(c);
    }

    static String hex(char c) {
        return "0x" + String.format(Locale.ROOT, "%02X", (int) c);
    }
}
