package dev.apim.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on a loopback port, for tests of backend clients: it remembers the heads it was sent, answers what it is to forward
 * itself, and makes tunnels. It has a thread for each connection.
 */
public final class WireProxy implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int status;

    /** Listens at once; answers what it is to forward with {@code status}. */
    public WireProxy(int status) throws IOException {
        this.status = status;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** The heads of requests, as they came. */
    public List<String> heads() {
        return heads;
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            open.add(client);
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        String head = head(client.getInputStream());
        heads.add(head);
        String target = head.split(" ", 3)[1];
        if (!head.startsWith("CONNECT ")) {
            answer(client, "HTTP/1.1 " + status + " Done\r\nContent-Length: 9\r\nConnection: close\r\n\r\nvia proxy");
            client.close();
            return;
        }
        int colon = target.lastIndexOf(':');
        Socket backend;
        try {
            backend = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        } catch (IOException refused) {
            client.close();
            throw refused;
        }
        open.add(backend);
        answer(client, "HTTP/1.1 200 Connected\r\n\r\n");
        start(() -> backend.getInputStream().transferTo(client.getOutputStream()));
        client.getInputStream().transferTo(backend.getOutputStream());
    }

    private static void answer(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the head broke off");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
