package dev.apim.runner.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend that does what a script says, right or wrong, with a thread for each connection. */
final class RawBackend implements AutoCloseable {
    /** What to do with one connection. */
    interface Script {
        void serve(Peer peer) throws IOException, InterruptedException;
    }

    /** The connection in the hands of a script. */
    static final class Peer {
        final Socket socket;
        final InputStream in;
        final OutputStream out;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            out = socket.getOutputStream();
        }

        /** The head of the next request; throws at the end. */
        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    throw new EOFException();
                }
                head.append((char) c);
            }
            return head.toString();
        }

        Peer send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        }

        String read(int count) throws IOException {
            return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
        }
    }

    final List<String> heads = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

    RawBackend(Script script) throws IOException {
        Thread acceptor = new Thread(() -> accept(script), "raw-backend");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.incrementAndGet();
                sockets.add(socket);
                Thread thread = new Thread(() -> run(script, socket), "raw-backend-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            events.add("server closed");
        }
    }

    private void run(Script script, Socket socket) {
        try (socket) {
            script.serve(new Peer(socket));
            events.add("done");
        } catch (IOException | InterruptedException gone) {
            events.add("gone");
        }
    }

    /** Serves the same answer to every request, which have no body. */
    static RawBackend answering(String response) throws IOException {
        return new RawBackend(peer -> {
            while (true) {
                peer.head();
                peer.send(response);
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
