package dev.apim.runner.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sends bytes as they are and reads what comes. */
final class RawClient implements AutoCloseable {
    /** A response as it was read. */
    record Reply(int status, String head, String body) {
        String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }
    }

    final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new java.io.BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException closedByServer) {
            // What the server said before it closed is still to be read.
        }
        return this;
    }

    /** In two pieces, each a packet of its own as far as the system does not join them. */
    RawClient sendCut(byte[] bytes, int cut) throws IOException {
        send(java.util.Arrays.copyOf(bytes, cut));
        Thread.yield();
        return send(java.util.Arrays.copyOfRange(bytes, cut, bytes.length));
    }

    /** Everything until the server closes; empty after a reset. */
    String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            // as good as an end
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** One response with its body; throws EOFException at the end of the connection. */
    Reply read() throws IOException {
        return read(false);
    }

    Reply read(boolean toHead) throws IOException {
        String head = readHead();
        Reply bare = new Reply(Integer.parseInt(head.substring(9, 12)), head, "");
        if (toHead || bare.status() < 200 || bare.status() == 204 || bare.status() == 304) {
            return bare;
        }
        String length = bare.header("Content-Length");
        String body;
        if (!length.isEmpty()) {
            body = new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.ISO_8859_1);
        } else if (bare.header("Transfer-Encoding").equals("chunked")) {
            body = readChunks();
        } else {
            body = readAll();
        }
        return new Reply(bare.status(), head, body);
    }

    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    /** The content, and after it every trailer line. */
    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = size(); size > 0; size = size()) {
            body.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
            line();
        }
        List<String> trailers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            trailers.add(line);
        }
        return trailers.isEmpty() ? body.toString() : body + "\n" + String.join("\n", trailers);
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    /** A line without CRLF. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    line.setLength(line.length() - 1);
                    return line.toString();
                }
                line.append((char) c);
            }
        } catch (SocketException reset) {
            // as good as an end
        }
        throw new EOFException("the connection ended");
    }

    InputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
