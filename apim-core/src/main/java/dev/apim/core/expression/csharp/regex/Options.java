package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code RegexOptions}. */
final class Options {
    static final int IGNORE_CASE = 1;
    static final int MULTILINE = 2;
    static final int EXPLICIT_CAPTURE = 4;
    static final int COMPILED = 8;
    static final int SINGLELINE = 16;
    static final int IGNORE_BLANK = 32;
    static final int RIGHT_TO_LEFT = 64;
    static final int ECMA_SCRIPT = 256;
    static final int CULTURE_INVARIANT = 512;
    static final int NON_BACKTRACKING = 1024;

    static final EnumValue.Type TYPE = new EnumValue.Type("System.Text.RegularExpressions.RegexOptions", names(), true);

    private static final int ALL = 0x77F;

    private Options() {}

    private static Map<String, Long> names() {
        Map<String, Long> names = new LinkedHashMap<>();
        names.put("None", 0L);
        names.put("IgnoreCase", (long) IGNORE_CASE);
        names.put("Multiline", (long) MULTILINE);
        names.put("ExplicitCapture", (long) EXPLICIT_CAPTURE);
        names.put("Compiled", (long) COMPILED);
        names.put("Singleline", (long) SINGLELINE);
        names.put("IgnorePatternWhitespace", (long) IGNORE_BLANK);
        names.put("RightToLeft", (long) RIGHT_TO_LEFT);
        names.put("ECMAScript", (long) ECMA_SCRIPT);
        names.put("CultureInvariant", (long) CULTURE_INVARIANT);
        names.put("NonBacktracking", (long) NON_BACKTRACKING);
        return names;
    }

    /** The options as bits, if .NET takes them together. */
    static int checked(int options) {
        int ecma = ECMA_SCRIPT | IGNORE_CASE | MULTILINE | COMPILED;
        boolean isEcma = (options & ECMA_SCRIPT) != 0;
        if ((options & ~ALL) != 0
                || (isEcma && (options & ~(ecma | CULTURE_INVARIANT)) != 0)
                || ((options & NON_BACKTRACKING) != 0 && (options & (RIGHT_TO_LEFT | ECMA_SCRIPT)) != 0)) {
            throw DotNetException.outOfRange("Specified argument was out of the range of valid values.", "options");
        }
        return options;
    }
}
