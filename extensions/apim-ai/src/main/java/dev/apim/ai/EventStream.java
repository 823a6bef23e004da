package dev.apim.ai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Takes a stream of server-sent events apart (WHATWG HTML §9.2.6): the data of each event that is one line, as models send them. A line
 * longer than 1 MiB is passed over. Used on one lane.
 */
final class EventStream {
    private static final int LONGEST_LINE = 1024 * 1024;

    private final Consumer<ByteBuffer> data;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    /** With what takes the data of events, {@code [DONE]} left out. */
    EventStream(Consumer<ByteBuffer> data) {
        this.data = data;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n' || next == '\r') {
                end();
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            } else {
                tooLong = true;
            }
        }
    }

    /** The stream is over: a last line may lack its end. */
    void end() {
        if (line.size() > 0 && !tooLong) {
            tell(line.toByteArray());
        }
        line.reset();
        tooLong = false;
    }

    private void tell(byte[] whole) {
        if (whole.length < 5
                || whole[0] != 'd'
                || whole[1] != 'a'
                || whole[2] != 't'
                || whole[3] != 'a'
                || whole[4] != ':') {
            return;
        }
        int start = whole.length > 5 && whole[5] == ' ' ? 6 : 5;
        if (start < whole.length && whole[start] == '{') {
            data.accept(ByteBuffer.wrap(whole, start, whole.length - start));
        }
    }
}
