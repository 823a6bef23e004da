package dev.apim.testkit;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Backends that answer as a test says, and remember what they were asked. Without a rule every request is answered {@code 200}.
 * Requests may come from several threads; the rules are given before.
 */
public final class StubBackend implements BackendClient {
    private final List<Rule> rules = new ArrayList<>();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final List<OpenCall> open = Collections.synchronizedList(new ArrayList<>());
    private final Set<BackendCapability> capabilities = EnumSet.allOf(BackendCapability.class);
    private final AtomicInteger cancelled = new AtomicInteger();

    private record Rule(String urlPart, Function<Received, CompletionStage<HttpResponse>> answer) {}

    /**
     * What a backend was asked.
     *
     * @param request head and rules of the connection
     * @param body all of it, as it arrived; what was still streaming when the answer was made comes later
     */
    public record Received(BackendRequest request, CollectedBody body) {
        /** The URL. */
        public String url() {
            return request.url().toString();
        }

        /** A field's value, or empty. */
        public String header(String name) {
            return request.headers().getOrDefault(name, "");
        }
    }

    /** Answers URLs that contain {@code urlPart}; the rule given last is asked first. */
    public StubBackend when(String urlPart, Function<Received, HttpResponse> answer) {
        return whenLater(urlPart, request -> CompletableFuture.completedFuture(answer.apply(request)));
    }

    /** Answers URLs that contain {@code urlPart}, now or later. */
    public StubBackend whenLater(String urlPart, Function<Received, CompletionStage<HttpResponse>> answer) {
        rules.add(0, new Rule(urlPart, answer));
        return this;
    }

    /** Answers with a status and a text. */
    public StubBackend answer(String urlPart, int status, String contentType, String text) {
        return when(
                urlPart,
                request -> new HttpResponse(status, "", Headers.of("Content-Type", contentType), Body.of(text)));
    }

    /** Fails as if it could not be reached, or did not answer. */
    public StubBackend fail(String urlPart, BackendException.Kind kind) {
        return whenLater(
                urlPart,
                request -> CompletableFuture.failedFuture(
                        new BackendException(kind, "the stub for '" + urlPart + "' fails", null)));
    }

    /** Cannot do this, as some clients; without it, a stub can do everything. */
    public StubBackend lacking(BackendCapability... some) {
        capabilities.removeAll(List.of(some));
        return this;
    }

    /** Every request, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The only request there was. */
    public Received only() {
        if (received.size() != 1) {
            throw new AssertionError("expected one request to a backend, found " + received.size());
        }
        return received.get(0);
    }

    /** How many calls were given up before they were answered. */
    public int cancelled() {
        return cancelled.get();
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.copyOf(capabilities);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        Received arrived = new Received(request, CollectedBody.of(request.body()));
        received.add(arrived);
        CompletionStage<HttpResponse> answer = rules.stream()
                .filter(rule -> request.url().toString().contains(rule.urlPart()))
                .findFirst()
                .map(rule -> rule.answer().apply(arrived))
                .orElseGet(() -> CompletableFuture.completedFuture(HttpResponse.of(200)));
        return new OpenCall(answer);
    }

    /** How many calls are neither given up nor answered to the last byte. */
    public int open() {
        return open.size();
    }

    /** A call until it is over. */
    private final class OpenCall implements BackendCall {
        private final CompletionStage<HttpResponse> answer;
        private boolean answered;

        OpenCall(CompletionStage<HttpResponse> given) {
            open.add(this);
            answer = given.handle((response, failure) -> {
                answered = true;
                if (response == null || response.body().isRepeatable()) {
                    open.remove(this);
                }
                if (response == null) {
                    throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
                }
                return response.body().isRepeatable()
                        ? response
                        : new HttpResponse(
                                response.status(),
                                response.reason(),
                                response.headers(),
                                new WatchedBody(response.body(), () -> open.remove(this)));
            });
        }

        @Override
        public CompletionStage<HttpResponse> response() {
            return answer;
        }

        @Override
        public void cancel() {
            if (open.remove(this) && !answered) {
                cancelled.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {}
}
