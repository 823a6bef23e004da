package dev.apim.servlet;

import dev.apim.Cancellable;
import dev.apim.core.lane.Lane;
import org.jspecify.annotations.Nullable;

/** How long one exchange may keep threads waiting: from the first wait on, whatever it waits for. On the lane. */
final class Patience {
    private final WaitingRoom room;
    private Cancellable timer = Cancellable.none();
    private boolean waits;

    Patience(WaitingRoom room) {
        this.room = room;
    }

    /** Takes a place to wait in, if one is free; {@code tooLong} runs, on the timer's thread, when it was taken for too long. */
    private boolean enter(Runnable tooLong) {
        if (!room.enter()) {
            return false;
        }
        if (!waits) {
            waits = true;
            timer = room.tooLong(tooLong);
        }
        return true;
    }

    /** Waits for a lane's next task in a place of the room. Whether there was one. */
    boolean await(Lane lane, Runnable tooLong) {
        if (!enter(tooLong)) {
            return false;
        }
        try {
            lane.awaitAndRun();
        } finally {
            room.leave();
        }
        return true;
    }

    /** Nothing is waited for any more. */
    static void end(@Nullable Patience patience) {
        if (patience != null) {
            patience.timer.cancel();
        }
    }
}
