package dev.apim.core.expression.csharp.plan;

/** How a statement ended. */
enum Flow {
    /** The next one follows. */
    NEXT,
    /** The loop or {@code switch} around it ends. */
    BREAK,
    /** The loop around it goes on. */
    CONTINUE,
    /** The function ends; its result is in the frame. */
    RETURN
}
