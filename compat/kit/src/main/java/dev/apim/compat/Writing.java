package dev.apim.compat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes a body of a size whenever there is room for a piece of it. */
final class Writing implements WriteListener {
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final byte[] bytes;
    private int at;

    Writing(AsyncContext async, ServletOutputStream out, int size) {
        this.async = async;
        this.out = out;
        this.bytes = KitBytes.of(size);
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (at == bytes.length) {
                async.complete();
                return;
            }
            int length = Math.min(5000, bytes.length - at);
            at += length;
            out.write(bytes, at - length, length);
        }
    }

    @Override
    public void onError(Throwable error) {
        async.complete();
    }
}
