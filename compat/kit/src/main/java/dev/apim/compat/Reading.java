package dev.apim.compat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.security.MessageDigest;

/** Reads a body whenever there is a piece of it, and answers with its digest. */
final class Reading implements ReadListener {
    private final AsyncContext async;
    private final ServletInputStream in;
    private final MessageDigest sha = KitBytes.sha();
    private long length;

    Reading(AsyncContext async, ServletInputStream in) {
        this.async = async;
        this.in = in;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] buffer = new byte[3000];
        while (in.isReady() && !in.isFinished()) {
            int read = in.read(buffer);
            if (read > 0) {
                sha.update(buffer, 0, read);
                length += read;
            }
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        async.getResponse().getOutputStream().print(KitBytes.digest(sha.digest(), length));
        async.complete();
    }

    @Override
    public void onError(Throwable error) {
        async.complete();
    }
}
