package dev.apim.compat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that sends and receives bytes as they are. */
public final class RawClient implements AutoCloseable {
    private static final int MILLIS = 10_000;

    private final Socket socket = new Socket();

    /** To a port of 127.0.0.1. */
    public RawClient(int port) throws IOException {
        this(port, 0);
    }

    /** The same with a small receive buffer, in bytes; 0: as the system has it. */
    public RawClient(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), MILLIS);
    }

    /** Sends text, a byte a character. */
    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes. */
    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** All until the other side closes, or breaks off. */
    public byte[] readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (java.net.SocketException reset) {
            all.write("<reset>".getBytes(StandardCharsets.US_ASCII));
        }
        return all.toByteArray();
    }

    /** Reads until a text has come; all that came by then. */
    public String readUntil(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("the connection ended after: " + text);
            }
            text.append((char) read);
        }
        return text.toString();
    }

    /** One answer of a connection that stays open. */
    public RawAnswer readAnswer(String method) throws IOException {
        return RawAnswer.read(method, socket.getInputStream());
    }

    /** Sends one request and reads all that comes. */
    static byte[] exchange(int port, byte[] request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.send(request).readAll();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
