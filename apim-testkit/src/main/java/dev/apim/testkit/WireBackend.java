package dev.apim.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backend on a socket of this machine that does, connection by connection, byte by byte, what a test says. */
final class WireBackend implements AutoCloseable {
    /** How many connections it has accepted. */
    final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** What went wrong in a script; a test looks at it only when something else did not come. */
    final List<IOException> failures = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final Script script;

    /** What it does with one request on a connection. */
    interface Script {
        /** Reads what is there and answers; called again as long as the connection is open. */
        void serve(Peer peer) throws IOException;
    }

    WireBackend(Script script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String target) {
        return "http://127.0.0.1:" + port() + target;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setSendBufferSize(64 * 1024);
                connections.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                failures.add(closed);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Peer peer = new Peer(socket);
            while (peer.next()) {
                script.serve(peer);
            }
        } catch (IOException gone) {
            failures.add(gone);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "wire-backend");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** The client's end of one connection, with the head of the request that was read last. */
    static final class Peer {
        private final Socket socket;
        private final InputStream in;
        private String head = "";

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
        }

        /** Reads the next head; whether there is one. */
        private boolean next() throws IOException {
            if (socket.isClosed()) {
                return false;
            }
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    return false;
                }
                text.append((char) c);
            }
            head = text.toString();
            return true;
        }

        /** Request line and fields. */
        String head() {
            return head;
        }

        /** The values of a field, in order. */
        List<String> field(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        /** Reads the body of this request. */
        byte[] body() throws IOException {
            if (field("Transfer-Encoding").contains("chunked")) {
                return chunks();
            }
            return field("Content-Length").isEmpty()
                    ? new byte[0]
                    : exactly(Integer.parseInt(field("Content-Length").get(0)));
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                all.writeBytes(exactly(size));
                line();
            }
            line();
            return all.toByteArray();
        }

        private byte[] exactly(int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("the request ended early");
            }
            return bytes;
        }

        private String line() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the request ended early");
                }
                text.append((char) c);
            }
            return text.toString().strip();
        }

        /** Sends text, one byte a character. */
        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Sends bytes. */
        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** Sends a response with a length. */
        void answer(String statusAndFields, String body) throws IOException {
            send("HTTP/1.1 " + statusAndFields + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Whether the request's body, or the next request, is there already. */
        boolean hasMore() throws IOException {
            return in.available() > 0;
        }

        /** Waits until the client closes its end. */
        void awaitEnd() throws IOException {
            try {
                while (in.read() >= 0) {
                    // Whatever still comes belongs to the request that is given up.
                }
            } catch (IOException reset) {
                // A reset is an end too.
            }
            socket.close();
        }

        /** Closes the connection. */
        void close() throws IOException {
            socket.close();
        }
    }
}
