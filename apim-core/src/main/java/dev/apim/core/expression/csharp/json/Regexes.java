package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.regex.Pattern;

/** Regular expressions of JSONPath filters; each look at a character counts, so that none goes on for ever. */
final class Regexes {
    private Regexes() {}

    static boolean isMatch(String text, String pattern, String options, Evaluation evaluation) {
        return Pattern.compile(pattern, PathQuery.flags(options))
                .matcher(new Counted(text, evaluation))
                .find();
    }

    private record Counted(String text, Evaluation evaluation) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            evaluation.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), evaluation);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
