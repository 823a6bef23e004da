package dev.apim.core.policies.caching;

import dev.apim.core.policies.message.WatchedBody;
import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of a body that pass and, when the last one has, hands all of them to somebody; not when there are more than a limit,
 * and not when the stream broke or was given up.
 */
final class WholeBody implements WatchedBody.Watcher {
    private final long length;
    private final int limit;
    private final Consumer<byte[]> whole;
    private @Nullable List<ByteBuffer> kept = new ArrayList<>();
    private long size;

    private WholeBody(long length, int limit, Consumer<byte[]> whole) {
        this.length = length;
        this.limit = limit;
        this.whole = whole;
    }

    /** A body that does so. */
    static Body of(Body source, int limit, Consumer<byte[]> whole) {
        return new WatchedBody(source, new WholeBody(source.length(), limit, whole));
    }

    @Override
    public void passed(ByteBuffer bytes) {
        size += bytes.remaining();
        if (size > limit) {
            kept = null;
        }
        if (kept != null) {
            kept.add(bytes);
        }
        if (size == length) {
            whole(); // before the client has it all and may ask again
        }
    }

    @Override
    public void broken() {
        kept = null;
    }

    @Override
    public void whole() {
        if (kept != null && (length < 0 || length == size)) {
            ByteBuffer all = ByteBuffer.allocate((int) size);
            kept.forEach(all::put);
            kept = null;
            whole.accept(all.array());
        }
    }
}
