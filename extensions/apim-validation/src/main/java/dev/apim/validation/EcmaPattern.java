package dev.apim.validation;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a schema, which is ECMAScript's (JSON Schema: {@code pattern}), matched within a budget: how long hostile text may keep
 * an evil pattern busy is counted in characters read, so that it does not depend on the machine. Thread-safe.
 */
final class EcmaPattern implements RegularExpression {
    /** About 100 ms of matching for all patterns of one body. */
    private static final int BUDGET = 10_000_000;

    private static final ThreadLocal<@Nullable Budget> RUNNING = new ThreadLocal<>();
    private final Pattern pattern;

    EcmaPattern(String pattern) {
        this.pattern = Pattern.compile(javaOf(pattern));
    }

    /** The matching of one body took too long. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super("a pattern of the schema takes too long to match", null, false, false);
        }
    }

    /**
     * Runs something in which all patterns share one budget.
     *
     * @throws ExhaustedException when it was used up
     */
    static void within(Runnable body) {
        Budget budget = new Budget();
        RUNNING.set(budget);
        try {
            body.run();
        } finally {
            RUNNING.remove();
        }
        if (budget.left < 0) {
            throw new ExhaustedException();
        }
    }

    /** Once the budget is used up nothing matches any more, and {@link #within} throws; the library would log what is thrown here. */
    @Override
    public boolean matches(String value) {
        Budget running = RUNNING.get();
        Budget budget = running == null ? new Budget() : running;
        try {
            return pattern.matcher(new Watched(value, budget)).find();
        } catch (ExhaustedException | StackOverflowError tooMuch) {
            budget.left = -1;
            return false;
        }
    }

    /**
     * {@code $} is the very end, within brackets {@code [} and {@code &&} are characters, and {@code []} holds nothing and
     * {@code [^]} everything.
     */
    static String javaOf(String ecma) {
        StringBuilder java = new StringBuilder(ecma.length() + 8);
        boolean inBrackets = false;
        for (int i = 0; i < ecma.length(); i++) {
            char c = ecma.charAt(i);
            if (c == '\\' && i + 1 < ecma.length()) {
                java.append(c).append(ecma.charAt(++i));
            } else if (inBrackets) {
                inBrackets = c != ']';
                java.append(c == '[' || c == '&' ? "\\" : "").append(c);
            } else if (ecma.startsWith("[]", i)) {
                java.append("(?!)");
                i++;
            } else if (ecma.startsWith("[^]", i)) {
                java.append("[\\s\\S]");
                i += 2;
            } else if (c == '[') {
                inBrackets = true;
                java.append(c);
            } else {
                java.append(c == '$' ? "\\z" : String.valueOf(c));
            }
        }
        return java.toString();
    }

    private static final class Budget {
        private int left = BUDGET;

        void spend() {
            if (--left < 0) {
                throw new ExhaustedException();
            }
        }
    }

    /** Text that counts how often it is looked at. */
    private record Watched(String text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
