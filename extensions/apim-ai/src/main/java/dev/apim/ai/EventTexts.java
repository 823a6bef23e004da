package dev.apim.ai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts in a stream of events, gathered to be looked at in windows, and the events themselves, kept apart from the one that is not
 * complete yet. Used on one lane.
 */
final class EventTexts implements EventStream.Listener {
    private final TextWindows windows;
    private final AnswerReader reader = new AnswerReader(this::add);
    private final EventStream events = new EventStream(this);
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private final List<Choice> choices = new ArrayList<>(1);
    private boolean ended;

    /** What one choice says: a piece that was looked at, if windows overlap, and what came since. */
    private static final class Choice {
        private final StringBuilder text = new StringBuilder();
        private int known;
    }

    EventTexts(TextWindows windows) {
        this.windows = windows;
    }

    /** Takes the next bytes, and moves the events that are complete with them to {@code whole}. */
    void take(ByteBuffer bytes, ByteArrayOutputStream whole) {
        while (bytes.hasRemaining()) {
            int end = bytes.position();
            while (end < bytes.limit() && bytes.get(end) != '\n' && bytes.get(end) != '\r') {
                end++;
            }
            ByteBuffer line = bytes.slice(bytes.position(), Math.min(end + 1, bytes.limit()) - bytes.position());
            bytes.position(bytes.position() + line.remaining());
            keep(line, whole);
        }
    }

    private void keep(ByteBuffer line, ByteArrayOutputStream whole) {
        byte[] copy = new byte[line.remaining()];
        line.get(copy);
        open.writeBytes(copy);
        events.feed(ByteBuffer.wrap(copy));
        if (ended) {
            move(whole);
        }
    }

    /** The stream is over. */
    void end(ByteArrayOutputStream whole) {
        events.end();
        move(whole);
    }

    private void move(ByteArrayOutputStream whole) {
        ended = false;
        whole.writeBytes(open.toByteArray());
        open.reset();
    }

    @Override
    public void data(ByteBuffer bytes) {
        reader.data(bytes);
    }

    @Override
    public void endOfEvent() {
        reader.endOfEvent();
        ended = true;
    }

    private void add(int choice, String piece) {
        while (choices.size() <= choice) {
            choices.add(new Choice());
        }
        choices.get(choice).text.append(piece);
    }

    /** Whether a window is full. */
    boolean isDue() {
        for (Choice choice : choices) {
            if (choice.text.length() >= windows.size()) {
                return true;
            }
        }
        return false;
    }

    /** What is to be looked at: all that came since it was last asked. */
    List<String> due() {
        List<String> due = new ArrayList<>(1);
        for (Choice choice : choices) {
            int length = choice.text.length();
            if (length > choice.known) {
                due.add(choice.text.toString());
                choice.text.delete(0, Math.max(0, length - windows.overlap()));
                choice.known = choice.text.length();
            }
        }
        return due;
    }
}
