package dev.apim.runner.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes exchanges of all kinds, one after the other or two at once, on connections that last as long as the gateway lets them. */
final class MixedClient implements Runnable {
    private final int port;
    private final AtomicLong numbers;
    private final long last;
    private final Queue<String> wrong;
    private final Random random;
    final long[] counts = new long[Kind.values().length];
    long connections;
    private @Nullable Socket socket;
    private String at = "";
    private InputStream in = InputStream.nullInputStream();

    MixedClient(int port, AtomicLong numbers, long last, Queue<String> wrong, long seed) {
        this.port = port;
        this.numbers = numbers;
        this.last = last;
        this.wrong = wrong;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            for (long number = numbers.getAndIncrement(); number < last; number = numbers.getAndIncrement()) {
                Kind kind = pick();
                long second = kind.mayEndTheConnection() || random.nextInt(4) > 0 ? last : numbers.getAndIncrement();
                if (second < last) {
                    Kind next = pick();
                    send(kind.request(number) + next.request(second));
                    if (receive(kind, number)) {
                        receive(next, second);
                    }
                } else {
                    send(kind.request(number));
                    receive(kind, number);
                }
            }
            drop();
        } catch (IOException e) {
            wrong.add("the client gave up at " + at + ": " + e);
        }
    }

    private Kind pick() {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        counts[kind.ordinal()]++;
        return kind;
    }

    private void send(String text) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setSoTimeout(30_000);
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
            connections++;
        }
        open.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads one response and judges it; whether the connection goes on. */
    private boolean receive(Kind kind, long number) throws IOException {
        at = kind + " " + number;
        String head = MixedBackend.head(in);
        while (head.startsWith("HTTP/1.1 1")) {
            judge(kind, number, head, "");
            head = MixedBackend.head(in);
        }
        if (head.isEmpty()) {
            wrong.add(kind + " " + number + ": no answer");
            drop();
            return false;
        }
        String body;
        try {
            body = body(kind, head);
        } catch (EOFException cut) {
            body = String.valueOf(cut.getMessage()).replace("after ", "");
        }
        judge(kind, number, head, body);
        int status = Integer.parseInt(head.substring(9, 12));
        if (status != kind.status || (status != 502 && !body.equals(kind.body(number)))) {
            wrong.add(kind + " " + number + ": " + head + body);
        }
        if (kind == Kind.CUT_OFF || head.contains("Connection: close")) {
            if (!kind.mayEndTheConnection()) {
                wrong.add(kind + " " + number + " ended its connection");
            }
            end(kind, number);
            return false;
        }
        return true;
    }

    private void judge(Kind kind, long number, String head, String body) {
        if (Kind.isForeign(head, number) || Kind.isForeign(body, number)) {
            wrong.add("bytes of another in " + kind + " " + number + ": " + head + body);
        }
    }

    /** Nothing more may come, and the connection has to end. */
    private void end(Kind kind, long number) throws IOException {
        try {
            byte[] rest = in.readAllBytes();
            if (rest.length > 0) {
                wrong.add("after " + kind + " " + number + ": " + new String(rest, StandardCharsets.ISO_8859_1));
            }
        } catch (java.net.SocketException reset) {
            drop();
        }
        drop();
    }

    private String body(Kind kind, String head) throws IOException {
        if (kind.method.equals("HEAD") || head.startsWith("HTTP/1.1 204") || head.startsWith("HTTP/1.1 304")) {
            return "";
        }
        return head.contains("Content-Length: ")
                ? MixedBackend.read(in, MixedBackend.length(head))
                : MixedBackend.chunks(in);
    }

    private void drop() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
