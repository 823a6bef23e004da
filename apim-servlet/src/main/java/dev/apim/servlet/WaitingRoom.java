package dev.apim.servlet;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.util.concurrent.Semaphore;

/** Room for so many threads that wait. Thread-safe. */
final class WaitingRoom {
    private final Time time;
    private final ServletOptions options;
    private final Semaphore places;

    WaitingRoom(Time time, ServletOptions options) {
        this.time = time;
        this.options = options;
        this.places = new Semaphore(options.waitingThreads());
    }

    /** Takes a place, if one is free. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    /** Runs a task, on the timer's thread, when a wait that begins now has lasted too long. */
    Cancellable tooLong(Runnable task) {
        return time.schedule(options.longestWait(), task);
    }
}
