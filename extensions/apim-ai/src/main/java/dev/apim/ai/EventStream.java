package dev.apim.ai;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Takes a stream of server-sent events apart (WHATWG HTML §9.2.6) as its bytes pass, without keeping them: the data of each event, its
 * lines joined. Used on one lane.
 */
final class EventStream {
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Listener listener;
    private Place place = Place.NAME;
    private int matched;
    private int mark;
    private boolean emptyLine = true;
    private boolean afterReturn;
    private boolean hasData;

    /** Takes the data of events, piece by piece. */
    interface Listener {
        /** The next bytes; the buffer is used up. */
        void data(ByteBuffer bytes);

        /** The event is over. Told only of events with data. */
        void endOfEvent();
    }

    /** Where in a line the next byte is. */
    private enum Place {
        NAME,
        SPACE,
        DATA,
        OTHER
    }

    EventStream(Listener listener) {
        this.listener = listener;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (place == Place.DATA) {
                data(bytes);
            } else {
                take(bytes);
            }
        }
    }

    /** The stream is over: its last event may lack the empty line. */
    void end() {
        if (hasData) {
            hasData = false;
            listener.endOfEvent();
        }
    }

    private void data(ByteBuffer bytes) {
        int end = bytes.position();
        while (end < bytes.limit() && !isEnd(bytes.get(end))) {
            end++;
        }
        ByteBuffer piece = bytes.duplicate().limit(end);
        bytes.position(end);
        if (piece.hasRemaining()) {
            listener.data(piece);
        }
        if (bytes.hasRemaining()) {
            endOfLine(bytes.get());
        }
    }

    private void take(ByteBuffer bytes) {
        byte next = bytes.get();
        if (next == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = false;
        if (isEnd(next)) {
            endOfLine(next);
        } else if (place == Place.SPACE) {
            startOfData(bytes, next);
        } else if (place == Place.NAME) {
            name(next);
        }
    }

    /** The byte order mark may stand before the first line. */
    private void name(byte next) {
        if (mark >= 0 && mark < MARK.length && next == MARK[mark]) {
            mark++;
            return;
        }
        mark = -1;
        emptyLine = false;
        if (next != DATA[matched]) {
            place = Place.OTHER;
        } else if (++matched == DATA.length) {
            place = Place.SPACE;
        }
    }

    private void startOfData(ByteBuffer bytes, byte next) {
        if (hasData) {
            listener.data(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        hasData = true;
        place = Place.DATA;
        if (next != ' ') {
            bytes.position(bytes.position() - 1);
        }
    }

    private void endOfLine(byte end) {
        afterReturn = end == '\r';
        if (emptyLine) {
            end();
        }
        emptyLine = true;
        place = Place.NAME;
        matched = 0;
    }

    private static boolean isEnd(byte next) {
        return next == '\n' || next == '\r';
    }
}
