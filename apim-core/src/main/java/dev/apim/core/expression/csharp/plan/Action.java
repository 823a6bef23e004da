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

    Flow run(Frame frame) {
        return body.run(frame);
    }
}
