package dev.apim.vertx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Answers each request with its own head and body; {@code Content-Length} only. */
final class Backend implements AutoCloseable {
    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<String> connections = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    Backend() throws IOException {
        this(null, false);
    }

    Backend(@Nullable SSLContext tls, boolean wantsClient) throws IOException {
        server = tls == null
                ? new ServerSocket(0, 50, InetAddress.getLoopbackAddress())
                : tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        if (server instanceof SSLServerSocket secure) {
            secure.setNeedClientAuth(wantsClient);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.add("one");
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            seen.add("closed");
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    int c = in.read();
                    if (c < 0) {
                        return;
                    }
                    head.append((char) c);
                }
                int at = head.indexOf("Content-Length: ");
                int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
                String request = head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
                seen.add(request);
                socket.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Length: " + request.length() + "\r\n\r\n" + request)
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException gone) {
            seen.add("gone");
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "backend");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
