package dev.apim.runner.cli;

import dev.apim.backend.BackendRequest;
import dev.apim.http.Headers;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

/** A request that a backend would have got, as far as it was sent. */
final class SentRequest implements Flow.Subscriber<ByteBuffer> {
    private final BackendRequest request;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private SentRequest(BackendRequest request) {
        this.request = request;
    }

    static SentRequest of(BackendRequest request) {
        SentRequest sent = new SentRequest(request);
        request.body().subscribe(sent);
        return sent;
    }

    /** A line for the method and the URL, beneath it the fields, and after an empty line the body. */
    void print(PrintWriter out, UnaryOperator<String> shown) {
        out.println("  " + request.method() + " " + shown.apply(request.url().toString()));
        Headers headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            out.println("      " + headers.nameAt(i) + ": " + shown.apply(headers.valueAt(i)));
        }
        if (body.size() > 0) {
            out.println();
            shown.apply(body.toString(StandardCharsets.UTF_8)).lines().forEach(line -> out.println("      " + line));
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        byte[] copy = new byte[chunk.remaining()];
        chunk.duplicate().get(copy);
        body.writeBytes(copy);
    }

    @Override
    public void onError(Throwable cause) {
        body.writeBytes("(it broke off here)".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onComplete() {}
}
