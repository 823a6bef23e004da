package dev.apim.core.policies.caching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.core.cache.Kept;
import dev.apim.core.expression.csharp.StoredValues;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * Values outlive the request that stores them and are read by others at the same time: what can change or be used up goes into the cache
 * as a copy, and every reader gets one of their own.
 */
final class Snapshot {
    private Snapshot() {}

    /** The form to store; {@code null} where there is nothing to keep: a body is not in memory, or the value is none that lasts. */
    static @Nullable Object of(Object value) {
        if (value instanceof ResponseMessage response) {
            byte[] body = bytes(response.body());
            return body == null
                    ? null
                    : new CachedResponse(
                            response.status(),
                            response.reason(),
                            response.headers().copy(),
                            body,
                            0);
        }
        if (value instanceof RequestMessage request) {
            byte[] body = bytes(request.body());
            return body == null
                    ? null
                    : new StoredRequest(
                            request.method(), request.url(), request.headers().copy(), body);
        }
        if (value instanceof MessageBody body) {
            byte[] bytes = bytes(body);
            return bytes == null ? null : new StoredBody(bytes);
        }
        return copy(value);
    }

    /** What a reader gets of the stored form. */
    static @Nullable Object restored(Object stored) {
        if (stored instanceof CachedResponse response) {
            return new ResponseMessage(
                    response.status(), response.reason(), response.headers().copy(), Body.of(response.body()));
        }
        if (stored instanceof StoredRequest request) {
            return new RequestMessage(
                    request.method(), request.url(), request.headers().copy(), Body.of(request.body()));
        }
        if (stored instanceof StoredBody body) {
            return MessageBody.of(Body.of(body.content()));
        }
        return copy(stored);
    }

    private static @Nullable Object copy(Object value) {
        return value instanceof JsonNode node ? node.deepCopy() : StoredValues.copy(value);
    }

    private static byte @Nullable [] bytes(MessageBody body) {
        BytesBody bytes = body.buffered();
        return bytes == null ? null : bytes.bytes();
    }

    record StoredRequest(String method, Url url, Headers headers, byte[] body) implements Kept {
        @Override
        public long bytes() {
            return body.length + 100L * headers.size();
        }
    }

    record StoredBody(byte[] content) implements Kept {
        @Override
        public long bytes() {
            return content.length;
        }
    }
}
