package dev.apim.core;

import dev.apim.ApimException;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.core.lane.Lane;
import dev.apim.http.Body;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request without a server: the thread that asks is its lane until the response is whole. */
final class Evaluation implements ServerCall {
    private final Gateway gateway;
    private final @Nullable Function<BackendRequest, HttpResponse> host;
    private final Lane lane = new Lane();
    private HttpService.@Nullable Ending ending;
    private @Nullable HttpResponse answer;
    private @Nullable Throwable broken;

    Evaluation(Gateway gateway, @Nullable Function<BackendRequest, HttpResponse> host) {
        this.gateway = gateway;
        this.host = host;
    }

    HttpResponse answer(HttpRequest request) {
        lane.take();
        try {
            ending = gateway.handle(request, this);
            lane.run();
            while (answer == null && broken == null) {
                lane.awaitAndRun();
            }
            ending.ended(broken);
        } finally {
            lane.free();
        }
        if (answer == null) {
            throw new ApimException("the response broke off: " + (broken == null ? "" : broken.getMessage()), broken);
        }
        return answer;
    }

    @Override
    public void execute(Runnable task) {
        lane.execute(task);
    }

    @Override
    public void respond(HttpResponse response) {
        response.body().subscribe(new Collector(response));
    }

    @Override
    public void abort(Throwable cause) {
        broken = cause;
    }

    @Override
    public Optional<BackendClient> inline(Exchange exchange, Url asked) {
        return host == null ? Optional.empty() : Optional.of(new Host(host));
    }

    private record Host(Function<BackendRequest, HttpResponse> host) implements BackendClient {
        @Override
        public Set<BackendCapability> capabilities() {
            return EnumSet.allOf(BackendCapability.class);
        }

        @Override
        public BackendCall send(BackendRequest request) {
            CompletableFuture<HttpResponse> response = new CompletableFuture<>();
            try {
                response.complete(host.apply(request));
            } catch (RuntimeException e) {
                response.completeExceptionally(e);
            }
            return new Answered(response);
        }

        @Override
        public void close() {}
    }

    private record Answered(CompletionStage<HttpResponse> response) implements BackendCall {
        @Override
        public void cancel() {}
    }

    /** Takes the body. */
    private final class Collector implements Flow.Subscriber<ByteBuffer> {
        private final HttpResponse response;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Collector(HttpResponse response) {
            this.response = response;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            byte[] copy = new byte[chunk.remaining()];
            chunk.duplicate().get(copy);
            bytes.writeBytes(copy);
        }

        @Override
        public void onError(Throwable error) {
            broken = error;
        }

        @Override
        public void onComplete() {
            answer = new HttpResponse(
                    response.status(), response.reason(), response.headers(), Body.of(bytes.toByteArray()));
        }
    }
}
