package dev.apim.runner.http;

import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Reads each request whole, keeps it, and answers 200 with method, target and body. */
final class Recorder implements HttpService {
    final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<String> endings = new CopyOnWriteArrayList<>();

    @Override
    public Ending handle(HttpRequest request, ServerCall call) {
        requests.add(request);
        request.body().subscribe(new Flow.Subscriber<>() {
            private final ByteArrayOutputStream all = new ByteArrayOutputStream();

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                while (bytes.hasRemaining()) {
                    all.write(bytes.get());
                }
            }

            @Override
            public void onError(Throwable cause) {
                bodies.add("broken");
            }

            @Override
            public void onComplete() {
                String body = all.toString(StandardCharsets.ISO_8859_1);
                bodies.add(body);
                call.respond(
                        HttpResponse.of(200, "text/plain", request.method() + " " + request.target() + " " + body));
            }
        });
        return cause -> endings.add(cause == null ? "whole" : "broken");
    }
}
