package dev.apim.core.expression.csharp.plan;

/** A statement, ready to run. Immutable and thread-safe. Made by {@link Actions}. */
public final class Action {
    private final Body body;

    Action(Body body) {
        this.body = body;
    }

    /** What it does. */
    @FunctionalInterface
    interface Body {
        /** Does it. */
        Flow run(Frame frame);
    }

    /** What it does, for who holds on to it: a call through the action itself is one place for all. */
    Body body() {
        return body;
    }

    Flow run(Frame frame) {
        return body.run(frame);
    }
}
