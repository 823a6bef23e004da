package dev.apim.runner.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Answers each request as its kind says, and looks for bytes of one in another. */
final class MixedBackend implements AutoCloseable {
    final AtomicLong connections = new AtomicLong();
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());

    MixedBackend() throws IOException {
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                wrong.add("the backend accepts no more: " + e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Kind last = Kind.LENGTH;
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                if (!last.isSound()) {
                    wrong.add("a connection was used again after " + last);
                }
                last = answer(socket, in, head);
                if (last == Kind.CUT_OFF) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The gateway may close when it likes; what it must not do is seen at the client.
            return;
        }
    }

    private Kind answer(Socket socket, InputStream in, String head) throws IOException {
        String[] path = head.substring(0, head.indexOf(" HTTP/1.1\r\n")).split("/");
        long number = Long.parseLong(path[2]);
        if (path[1].equals("smuggled")) {
            wrong.add("a request came out of the body of " + number);
            return Kind.EARLY;
        }
        Kind kind = Kind.valueOf(path[1].toUpperCase(Locale.ROOT));
        if (Kind.isForeign(head, number) || !head.contains("X-Mark: <" + number + ">")) {
            wrong.add("at the backend, the head of " + number + ": " + head);
        }
        String text = Kind.text(number);
        if (kind == Kind.POST || kind == Kind.POST_IN_CHUNKS) {
            String body = head.contains("chunked") ? chunks(in) : read(in, text.length());
            if (!body.equals(text)) {
                wrong.add("at the backend, the body of " + number + ": " + body);
            }
        }
        socket.getOutputStream().write(kind.response(number).getBytes(StandardCharsets.ISO_8859_1));
        if (kind.isEarly()) {
            in.skipNBytes(length(head));
        }
        return kind;
    }

    /** Of a head that has it. */
    static int length(String head) {
        int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
        return Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)));
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    /** Up to the end of the line, or of the stream. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static String read(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("after " + new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = size(in); size > 0; size = size(in)) {
            body.append(read(in, size));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static int size(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            throw new EOFException("in a chunked body");
        }
        return Integer.parseInt(line, 16);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
