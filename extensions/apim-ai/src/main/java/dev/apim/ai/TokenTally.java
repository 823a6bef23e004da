package dev.apim.ai;

import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.BodyHead;
import dev.apim.core.policies.message.ResponseWatch;
import dev.apim.core.policies.message.WatchedBody;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Outcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange uses of a model, shared by all policies that ask. A short answer is read before outbound, so that its figures are
 * exact there; a long or streamed one is read as it passes, and known when its last byte is out or its client has gone.
 */
final class TokenTally implements ResponseWatch {
    private static final ExchangeKey<TokenTally> TALLY = ExchangeKey.of("token-tally");
    private static final int SHORT = 1024 * 1024;

    private final Map<String, Share> shares = new HashMap<>(2);
    private final List<Consumer<Usage>> listeners = new ArrayList<>(2);
    private @Nullable BytesBody read;
    private ModelRequest request = ModelRequest.parse(new byte[0], "");
    private long prompt = -1;
    private @Nullable AnswerCount passing;
    private boolean answered;

    private TokenTally() {}

    /** That of an exchange, whose request body is in memory. */
    static TokenTally of(Exchange exchange) {
        TokenTally tally = exchange.get(TALLY);
        if (tally == null) {
            tally = new TokenTally();
            exchange.put(TALLY, tally);
            ResponseWatch.add(exchange, tally);
            exchange.onEnd(tally::ended);
        }
        tally.read(exchange);
        // An answer that comes compressed could not be read as it passes.
        exchange.request().headers().remove("Accept-Encoding");
        return tally;
    }

    private void read(Exchange exchange) {
        BytesBody bytes = exchange.request().body().inMemory();
        if (bytes != null && bytes != read) {
            read = bytes;
            request = ModelRequest.parse(bytes.bytes(), exchange.originalUrl().path());
            prompt = -1;
        }
    }

    ModelRequest request() {
        return request;
    }

    /** The tokens of the prompt, by the gateway's own count; counted when first asked. */
    long promptTokens() {
        if (prompt < 0) {
            prompt = PromptTokens.of(request);
        }
        return prompt;
    }

    /** Whether a backend has answered: the head of its response is there. */
    boolean isAnswered() {
        return answered;
    }

    /**
     * What this exchange has in a counter, before it is charged with a policy's estimate.
     *
     * @param estimate 0 or more tokens that are to count ahead
     */
    Share share(String counter, long estimate) {
        Share share = shares.computeIfAbsent(counter, c -> new Share());
        share.wanted = estimate;
        return share;
    }

    /** The part of one exchange in one counter: it counts once, however many policies share the counter. */
    final class Share {
        private long wanted;
        private long ahead;
        private boolean taken;

        /** What is still to be added for the estimate. */
        long weight() {
            return Math.max(0, wanted - ahead);
        }

        /** 1 where the exchange is in the count already, and so may have filled it; else 0. */
        int slack() {
            return ahead > 0 && weight() == 0 ? 1 : 0;
        }

        /** The limit to hold the counter against. */
        long bound(long limit) {
            return limit == Long.MAX_VALUE ? limit : limit + slack();
        }

        /** The counter took the weight; {@code counter} takes later what answers use beyond: of a repeated call, all of it. */
        void take(LongConsumer counter) {
            ahead += weight();
            if (taken) {
                return;
            }
            taken = true;
            onUsage(usage -> {
                long more = usage.total() - ahead;
                ahead = 0;
                if (more > 0) {
                    counter.accept(more);
                }
            });
        }
    }

    /** Calls {@code listener} with what each answer used, once it is known. */
    void onUsage(Consumer<Usage> listener) {
        listeners.add(listener);
    }

    @Override
    public Outcome arrived(Exchange exchange) {
        ResponseMessage response = exchange.response();
        answered = true;
        finish();
        if (response.status() >= 300) {
            return Outcome.next();
        }
        MessageBody body = response.body();
        AnswerCount count = count(response.headers());
        BytesBody bytes = body.buffered();
        if (bytes != null) {
            whole(bytes, count);
            return Outcome.next();
        }
        if (isStream(response.headers()) || body.length() > SHORT) {
            watch(body, body.take(), count);
            return Outcome.next();
        }
        BodyHead answer = BodyHead.of(body.take(), SHORT);
        return Outcome.suspend(answer.done(), (e, taken, failure) -> taken(e, taken, count), answer);
    }

    private AnswerCount count(Headers headers) {
        String coding = String.join(",", headers.all("Content-Encoding"));
        return new AnswerCount(request.model(), coding, isStream(headers), this::promptTokens, this::tell);
    }

    static boolean isStream(Headers headers) {
        return headers.getOrDefault("Content-Type", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith("text/event-stream");
    }

    private Outcome taken(Exchange exchange, @Nullable Body body, AnswerCount count) {
        if (body == null) {
            return Outcome.fail(BackendFailure.malformed("The response of the model broke off before its end."));
        }
        MessageBody message = exchange.response().body();
        if (body instanceof BytesBody bytes) {
            message.replace(bytes);
            whole(bytes, count);
        } else {
            watch(message, body, count);
        }
        return Outcome.next();
    }

    private static void whole(BytesBody bytes, AnswerCount count) {
        count.passed(ByteBuffer.wrap(bytes.bytes()));
        count.over();
    }

    private void watch(MessageBody message, Body body, AnswerCount count) {
        passing = count;
        message.replace(new WatchedBody(body, count));
    }

    /** A client that goes early pays for what it got. */
    private void ended(Exchange exchange) {
        finish();
    }

    private void finish() {
        AnswerCount open = passing;
        passing = null;
        if (open != null) {
            open.over();
        }
    }

    private void tell(Usage usage) {
        listeners.forEach(listener -> listener.accept(usage));
    }
}
