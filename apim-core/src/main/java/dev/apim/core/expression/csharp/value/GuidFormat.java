package dev.apim.core.expression.csharp.value;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@code Guid} as .NET writes it: {@code N D B P X}. */
public final class GuidFormat {
    private GuidFormat() {}

    /**
     * The text of a guid.
     *
     * @param format null or empty for {@code D}
     * @throws DotNetException a {@code FormatException} for a format it does not know
     */
    public static String format(UUID guid, @Nullable String format) {
        String text = guid.toString();
        if (format == null || format.isEmpty()) {
            return text;
        }
        return switch (specifier(format)) {
            case 'd' -> text;
            case 'n' -> text.replace("-", "");
            case 'b' -> "{" + text + "}";
            case 'p' -> "(" + text + ")";
            default -> hexadecimal(text.replace("-", ""));
        };
    }

    /**
     * The letter of a format, in lower case.
     *
     * @throws DotNetException a {@code FormatException} for a format .NET does not know
     */
    public static char specifier(String format) {
        char letter = format.length() == 1 ? (char) (format.charAt(0) | 0x20) : 0;
        if ("dnbpx".indexOf(letter) < 0) {
            throw DotNetException.format(
                    "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".");
        }
        return letter;
    }

    private static String hexadecimal(String digits) {
        StringBuilder text = new StringBuilder("{0x").append(digits, 0, 8);
        text.append(",0x")
                .append(digits, 8, 12)
                .append(",0x")
                .append(digits, 12, 16)
                .append(",{");
        for (int i = 16; i < 32; i += 2) {
            text.append(i == 16 ? "0x" : ",0x").append(digits, i, i + 2);
        }
        return text.append("}}").toString();
    }
}
