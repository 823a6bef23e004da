package dev.apim.http;

import org.jspecify.annotations.Nullable;

/**
 * The body of a message as policies see it: absent, still streaming, in memory, or given away. It belongs to one exchange and is
 * touched on its lane only.
 *
 * <p>A stream is given away by {@link #take()} and then gone. Bytes in memory are given away by {@link #read} unless the reader
 * preserves them (Azure: {@code As<T>(preserveContent)}); reading a body that is gone throws.
 */
public final class MessageBody {
    private Body body;
    private boolean gone;

    private MessageBody(Body body) {
        this.body = body;
    }

    /** With this body; {@link Body#empty()} for none. */
    public static MessageBody of(Body body) {
        return new MessageBody(body);
    }

    /** Whether the message has no body at all. A body that was given away is not absent. */
    public boolean isAbsent() {
        return !gone && body == Body.empty();
    }

    /** Whether the bytes lie in memory and have not been given away. */
    public boolean isBuffered() {
        return !gone && body instanceof BytesBody;
    }

    /** Whether the body was given away, to a reader or to the wire. */
    public boolean isGone() {
        return gone;
    }

    /** The number of bytes, 0 without a body, -1 where it is not known. */
    public long length() {
        return gone ? 0 : body.length();
    }

    /** The bytes in memory, without giving them away; {@code null} unless {@link #isBuffered()}. */
    public @Nullable BytesBody buffered() {
        return !gone && body instanceof BytesBody bytes ? bytes : null;
    }

    /** The bytes that lie in memory or were given away from there; to tell what a reader had, not to read them. */
    public @Nullable BytesBody inMemory() {
        return body instanceof BytesBody bytes ? bytes : null;
    }

    /**
     * The bytes in memory.
     *
     * @param preserve whether they stay readable
     * @throws IllegalStateException when the body is gone or was never brought into memory
     */
    public byte[] read(boolean preserve) {
        if (gone) {
            throw new IllegalStateException("The body was read before without preserving its content.");
        }
        if (!(body instanceof BytesBody bytes)) {
            throw new IllegalStateException("The body is streaming and was not brought into memory.");
        }
        gone = !preserve;
        return bytes.bytes();
    }

    /**
     * Gives the body away to the wire. Bytes in memory stay where they are, so that a second attempt can send them again.
     *
     * @throws IllegalStateException when a stream was given away before
     */
    public Body take() {
        if (gone) {
            throw new IllegalStateException("The body was sent or read before and was not kept in memory.");
        }
        if (!body.isRepeatable()) {
            gone = true;
        }
        return body;
    }

    /** Gives up on a stream that nobody will read, so that what it comes on is released; bytes in memory stay. */
    public void discard() {
        if (!gone && !body.isRepeatable()) {
            gone = true;
            body.subscribe(DiscardingSubscriber.INSTANCE);
        }
    }

    /** Puts another body in its place. */
    public void replace(Body replacement) {
        body = replacement;
        gone = false;
    }
}
