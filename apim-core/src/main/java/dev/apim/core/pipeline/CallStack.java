package dev.apim.core.pipeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The codes a run is inside of, with an index and slots for each. It knows which guards are held and lets go of them, innermost first,
 * when an index leaves them.
 */
final class CallStack {
    private static final @Nullable Object[] NOTHING = new Object[0];

    private Frame[] frames = new Frame[4];
    private @Nullable Object[] slots = NOTHING;
    private int depth;

    /** One code on the stack. */
    static final class Frame {
        Code code;
        /** Index of the instruction that runs or waits or, of a caller, of the one after the call. */
        int at;
        /** Place of the code's document among the scopes. */
        int level;

        private int slotBase;

        private Frame(Code code) {
            this.code = code;
        }
    }

    boolean isEmpty() {
        return depth == 0;
    }

    Frame top() {
        return frames[depth - 1];
    }

    void push(Code code, int level) {
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, depth * 2);
        }
        Frame frame = frames[depth];
        if (frame == null) {
            frame = new Frame(code);
            frames[depth] = frame;
        }
        frame.code = code;
        frame.at = 0;
        frame.level = level;
        frame.slotBase = depth == 0 ? 0 : top().slotBase + top().code.slots;
        if (frame.slotBase + code.slots > slots.length) {
            slots = Arrays.copyOf(slots, Math.max(Math.max(4, slots.length * 2), frame.slotBase + code.slots));
        }
        Arrays.fill(slots, frame.slotBase, frame.slotBase + code.slots, null);
        depth++;
    }

    void pop() {
        depth--;
    }

    @Nullable
    Object slot(int index) {
        return slots[top().slotBase + index];
    }

    void slot(int index, @Nullable Object value) {
        slots[top().slotBase + index] = value;
    }

    /** Lets go of the guards of the top code that hold {@code from} and not {@code target}. */
    void leave(int from, int target) {
        Frame frame = top();
        Guard[] guards = frame.code.guards;
        for (int i = guards.length - 1; i >= 0; i--) {
            if (guards[i].holds(from) && !guards[i].holds(target)) {
                release(frame, guards[i]);
            }
        }
    }

    /**
     * Goes to the end of the innermost repetition that the index is in, with what failed in it, and lets go of what it leaves.
     *
     * @return whether there is one
     */
    boolean backToRetry(RetryInstruction.Caught caught) {
        int found = depth - 1;
        while (found >= 0 && frames[found].code.retry(running(found)) < 0) {
            found--;
        }
        if (found < 0) {
            return false;
        }
        int from = running(found);
        unwindTo(found + 1);
        Frame frame = top();
        int target = frame.code.retry(from);
        leave(from, target);
        frame.at = target;
        RetryInstruction retry = (RetryInstruction) frame.code.instructions[target];
        slot(retry.failure(), caught);
        return true;
    }

    /** The instruction that runs in a frame, or the call that it waits for. */
    private int running(int frame) {
        return frame == depth - 1 ? frames[frame].at : frames[frame].at - 1;
    }

    /** Lets go of everything, code by code. */
    void unwind() {
        unwindTo(0);
    }

    private void unwindTo(int end) {
        while (depth > end) {
            Frame frame = top();
            Guard[] guards = frame.code.guards;
            for (int i = guards.length - 1; i >= 0; i--) {
                if (guards[i].holds(frame.at)) {
                    release(frame, guards[i]);
                }
            }
            depth--;
        }
    }

    private void release(Frame frame, Guard guard) {
        int index = frame.slotBase + guard.slot();
        if (slots[index] instanceof String key) {
            slots[index] = null;
            guard.permits().release(key);
        }
    }
}
