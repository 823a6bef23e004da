package dev.apim.ai;

/**
 * The tokens of an answer whose text comes in pieces. The text is counted in stretches of a few thousand characters that end between
 * words, so that each piece costs little and the sum is that of the whole within a token or two a stretch.
 */
final class AnswerText {
    private static final int STRETCH = 4_096;

    private final StringBuilder pending = new StringBuilder();
    private final String model;
    private long tokens;

    AnswerText(String model) {
        this.model = model;
    }

    void add(String piece) {
        pending.append(piece);
        if (pending.length() >= STRETCH) {
            int cut = lastSpace();
            tokens += Tokenizer.of(model).count(pending.substring(0, cut));
            pending.delete(0, cut);
        }
    }

    /** Of all that came. */
    long tokens() {
        return pending.isEmpty() ? tokens : tokens + Tokenizer.of(model).count(pending.toString());
    }

    private int lastSpace() {
        for (int i = pending.length() - 1; i > STRETCH / 2; i--) {
            if (pending.charAt(i) == ' ' || pending.charAt(i) == '\n') {
                return i;
            }
        }
        return Character.isHighSurrogate(pending.charAt(pending.length() - 1))
                ? pending.length() - 1
                : pending.length();
    }
}
