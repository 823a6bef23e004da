package dev.apim.benchmarks;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Backends that have answered before they are asked: a thousand bytes of JSON, or a token to who asks an identity endpoint for one. */
final class InstantBackend implements BackendClient {
    private static final byte[] ANSWER =
            ("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"model\":\"gpt-4o\",\"choices\":[{\"index\":0,"
                            + "\"message\":{\"role\":\"assistant\",\"content\":\""
                            + "See http://backend.example/orders. ".repeat(20)
                            + "\"},\"finish_reason\":\"stop\"}],"
                            + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":12,\"total_tokens\":21}}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] TOKEN =
            "{\"access_token\":\"token\",\"expires_in\":\"315360000\",\"token_type\":\"Bearer\"}"
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.allOf(BackendCapability.class);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        byte[] body = request.url().path().contains("oauth2/token") ? TOKEN : ANSWER;
        HttpResponse answer = new HttpResponse(
                200,
                "OK",
                new Headers(2)
                        .add("Content-Type", "application/json")
                        .add("Content-Length", Integer.toString(body.length)),
                Body.of(body));
        return new Answered(CompletableFuture.completedFuture(answer));
    }

    @Override
    public void close() {}

    private record Answered(CompletionStage<HttpResponse> response) implements BackendCall {
        @Override
        public void cancel() {}
    }
}
