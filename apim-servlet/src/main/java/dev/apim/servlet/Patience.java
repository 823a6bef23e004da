package dev.apim.servlet;

import dev.apim.Cancellable;

/** How long one exchange may keep threads waiting: from the first wait on, whatever it waits for. On the lane. */
final class Patience {
    private final WaitingRoom room;
    private Cancellable timer = Cancellable.none();
    private boolean waits;

    Patience(WaitingRoom room) {
        this.room = room;
    }

    /** Takes a place to wait in, if one is free; {@code tooLong} runs, on the timer's thread, when it was taken for too long. */
    boolean enter(Runnable tooLong) {
        if (!room.enter()) {
            return false;
        }
        if (!waits) {
            waits = true;
            timer = room.tooLong(tooLong);
        }
        return true;
    }

    void leave() {
        room.leave();
    }

    /** Nothing is waited for any more. */
    void end() {
        timer.cancel();
    }
}
