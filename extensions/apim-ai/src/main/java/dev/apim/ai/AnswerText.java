package dev.apim.ai;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of an answer whose texts come in pieces. Up to {@value #KEPT} characters of a choice are kept until somebody asks, since most
 * answers say themselves what they used; beyond that they are counted in stretches as they come, so that each piece costs little and the
 * sum is that of the whole within a token or two a stretch.
 */
final class AnswerText implements AnswerReader.Texts {
    /** Choices that are told apart; further ones count with the last. */
    static final int MOST_CHOICES = 128;

    private static final int KEPT = 65_536;

    private final List<StringBuilder> pending = new ArrayList<>(1);
    private final String model;
    private long tokens;

    AnswerText(String model) {
        this.model = model;
    }

    @Override
    public void add(int choice, String piece) {
        while (pending.size() <= choice) {
            pending.add(new StringBuilder());
        }
        StringBuilder text = pending.get(choice);
        text.append(piece);
        if (text.length() >= KEPT) {
            tokens += Tokenizer.of(model).count(text.toString());
            text.setLength(0);
        }
    }

    /** Of all that came. */
    long tokens() {
        long all = tokens;
        for (StringBuilder text : pending) {
            all += Tokenizer.of(model).count(text.toString());
        }
        return all;
    }
}
