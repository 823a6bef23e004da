package dev.apim.core.policies.message;

import dev.apim.http.Body;
import dev.apim.http.MessageBody;

/** Giving up on bodies that nobody will read. */
public final class Bodies {
    private Bodies() {}

    /** Cancels a body that is still streaming, so that what it comes on is released; leaves one in memory alone. */
    public static void discard(MessageBody body) {
        body.discard();
    }

    /** The same of a body that nobody has taken yet. */
    public static void discard(Body body) {
        MessageBody.of(body).discard();
    }
}
