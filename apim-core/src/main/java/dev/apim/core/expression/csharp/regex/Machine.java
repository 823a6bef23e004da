package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.BudgetException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches a program by trying one way after the other, the way back on a stack of its own: for what Java's engine has no like of.
 * Each step counts as reading a character does. For one match, by one thread.
 */
final class Machine {
    private static final int MOST_WAYS = 250_000;

    private final List<Instruction> program;
    private final WatchedText text;
    private final int searchStart;
    private int position;
    private Slots slots;
    private int[] targets = new int[64];
    private int[] positions = new int[64];
    private @Nullable Slots[] remembered = new @Nullable Slots[64];
    private int ways;

    Machine(List<Instruction> program, Slots slots, WatchedText text, int searchStart) {
        this.program = program;
        this.slots = slots;
        this.text = text;
        this.searchStart = searchStart;
    }

    int position() {
        return position;
    }

    void position(int next) {
        position = next;
    }

    Slots slots() {
        return slots;
    }

    void slots(Slots next) {
        slots = next;
    }

    /** Matches from a place on; where it ended is then the position. */
    boolean matches(int start) {
        position = start;
        return within(0);
    }

    /** Runs up to the end of what begins here; other ways through it are forgotten then. */
    boolean within(int begin) {
        int base = ways;
        int at = begin;
        while (!(program.get(at) instanceof Instruction.Done)) {
            text.tick();
            at = program.get(at).run(this, at);
            if (at == Instruction.FAIL) {
                if (ways == base) {
                    return false;
                }
                at = back();
            }
        }
        ways = base;
        return true;
    }

    private int back() {
        ways--;
        position = positions[ways];
        slots = java.util.Objects.requireNonNull(remembered[ways]);
        remembered[ways] = null;
        return targets[ways];
    }

    /** Another way to take where this one leads to nothing. */
    void remember(int target, Slots then) {
        if (ways == targets.length) {
            if (ways > MOST_WAYS) {
                throw new BudgetException("The regular expression repeats a group too often for this text.");
            }
            targets = Arrays.copyOf(targets, ways * 2);
            positions = Arrays.copyOf(positions, ways * 2);
            remembered = Arrays.copyOf(remembered, ways * 2);
        }
        targets[ways] = target;
        positions[ways] = position;
        remembered[ways] = then;
        ways++;
    }

    boolean take(CharTest test, boolean leftwards) {
        int at = leftwards ? position - 1 : position;
        if (at < 0 || at >= text.length() || !test.takes(text.charAt(at))) {
            return false;
        }
        position += leftwards ? -1 : 1;
        return true;
    }

    boolean again(int group, Tree.Reference reference, boolean leftwards) {
        Slots.Captures last = slots.captures(group);
        if (last == null) {
            return reference.ecma();
        }
        int length = last.end() - last.start();
        int from = leftwards ? position - length : position;
        if (from < 0 || from + length > text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!same(text.charAt(last.start() + i), text.charAt(from + i), reference.ignoreCase())) {
                return false;
            }
        }
        position += leftwards ? -length : length;
        return true;
    }

    private static boolean same(char a, char b, boolean ignoreCase) {
        return a == b || (ignoreCase && Character.toLowerCase(a) == Character.toLowerCase(b));
    }

    boolean isAt(Tree.Place place) {
        int end = text.length();
        return switch (place) {
            case START -> position == 0;
            case LINE_START -> position == 0 || text.charAt(position - 1) == '\n';
            case END -> position == end;
            case LAST_LINE_END -> position == end || (position == end - 1 && text.charAt(position) == '\n');
            case LINE_END -> position == end || text.charAt(position) == '\n';
            case SEARCH_START -> position == searchStart;
            case BOUNDARY -> isWord(position - 1, false) != isWord(position, false);
            case NO_BOUNDARY -> isWord(position - 1, false) == isWord(position, false);
            case ASCII_BOUNDARY -> isWord(position - 1, true) != isWord(position, true);
            case NO_ASCII_BOUNDARY -> isWord(position - 1, true) == isWord(position, true);
        };
    }

    private boolean isWord(int at, boolean ascii) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return ascii
                ? c < 0x80 && (Character.isLetterOrDigit(c) || c == '_') || c == '\u0130'
                : PatternReader.isWord(c);
    }
}
