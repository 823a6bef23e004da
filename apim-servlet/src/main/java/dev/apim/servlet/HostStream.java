package dev.apim.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The stream that the host writes to. */
final class HostStream extends ServletOutputStream {
    private final HostOutput output;
    private final HttpServletResponse raw;

    HostStream(HostOutput output, HttpServletResponse raw) {
        this.output = output;
        this.raw = raw;
    }

    @Override
    public void write(int b) throws IOException {
        output.write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        output.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        output.flush();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    @Override
    public boolean isReady() {
        try {
            return raw.getOutputStream().isReady();
        } catch (IOException e) {
            return true;
        }
    }

    /** The container tells when it has room. What is written then must leave in one go, so nothing is kept. */
    @Override
    public void setWriteListener(WriteListener listener) {
        output.limit(0);
        try {
            raw.getOutputStream().setWriteListener(listener);
        } catch (IOException e) {
            listener.onError(e);
        }
    }
}
