package dev.apim.core.lane;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A client whose answers come on threads of its own, for exchanges on a {@link Lane}: chunks of response bodies come on the lane that
 * sent, demand for request bodies goes there.
 */
public final class LaneClient implements BackendClient {
    private final BackendClient client;

    /** Around a client that may be used from any thread. */
    public LaneClient(BackendClient client) {
        this.client = client;
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return client.capabilities();
    }

    @Override
    public BackendCall send(BackendRequest request) {
        Lane lane = Lane.current();
        if (lane == null) {
            return client.send(request);
        }
        BackendCall call = client.send(request.body().isRepeatable() ? request : withDemandOn(lane, request));
        return new OnLane(
                call,
                call.response()
                        .thenApply(response -> response.body().isRepeatable() ? response : onLane(lane, response)));
    }

    private static BackendRequest withDemandOn(Lane lane, BackendRequest request) {
        return new BackendRequest(
                request.method(),
                request.url(),
                request.headers(),
                LaneBody.givenOn(lane, request.body()),
                request.timeout(),
                request.continueTimeout(),
                request.options());
    }

    private static HttpResponse onLane(Lane lane, HttpResponse response) {
        Body body = LaneBody.takenOn(lane, response.body());
        return new HttpResponse(response.status(), response.reason(), response.headers(), body);
    }

    @Override
    public void close() {
        client.close();
    }

    private record OnLane(BackendCall call, CompletionStage<HttpResponse> response) implements BackendCall {
        @Override
        public void cancel() {
            call.cancel();
        }
    }
}
