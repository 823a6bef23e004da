package dev.apim.core.policies;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Answers what it was told to, in order, then 200, and keeps what it was sent. */
public final class FakeBackend implements BackendClient {
    private final Deque<CompletableFuture<HttpResponse>> answers = new ArrayDeque<>();
    private final List<BackendRequest> requests = new ArrayList<>();
    private Set<BackendCapability> capabilities = Set.of(BackendCapability.values());
    private int cancelled;

    /** Can do only this. */
    public FakeBackend capableOf(BackendCapability... some) {
        capabilities = Set.of(some);
        return this;
    }

    /** Answers next with this. */
    public FakeBackend answers(int status, Body body, String... headers) {
        answers.add(CompletableFuture.completedFuture(new HttpResponse(status, "", Headers.of(headers), body)));
        return this;
    }

    /** Fails next in this way. */
    public FakeBackend fails(BackendException.Kind kind) {
        answers.add(CompletableFuture.failedFuture(new BackendException(kind, "backend.test: " + kind, null)));
        return this;
    }

    /** Answers next when the test completes the returned stage. */
    public CompletableFuture<HttpResponse> hangs() {
        CompletableFuture<HttpResponse> later = new CompletableFuture<>();
        answers.add(later);
        return later;
    }

    /** What it was sent, in order. */
    public List<BackendRequest> requests() {
        return requests;
    }

    /** The only request it was sent. */
    public BackendRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, found " + requests.size());
        }
        return requests.get(0);
    }

    /** The body in memory of a request, as text. */
    public static String text(BackendRequest request) {
        return request.body() instanceof BytesBody bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "(streaming)";
    }

    /** How many calls were called off. */
    public int cancelled() {
        return cancelled;
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return capabilities;
    }

    @Override
    public BackendCall send(BackendRequest request) {
        requests.add(request);
        CompletableFuture<HttpResponse> answer = answers.isEmpty()
                ? CompletableFuture.completedFuture(new HttpResponse(200, "", new Headers(), Body.empty()))
                : answers.poll();
        return new BackendCall() {
            @Override
            public CompletableFuture<HttpResponse> response() {
                return answer;
            }

            @Override
            public void cancel() {
                cancelled++;
            }
        };
    }

    @Override
    public void close() {}
}
