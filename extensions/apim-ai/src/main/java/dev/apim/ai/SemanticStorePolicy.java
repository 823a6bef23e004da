package dev.apim.ai;

import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.core.policies.message.WatchedBody;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stores an answer under the meaning of its prompt (Azure: llm-semantic-cache-store, azure-openai-semantic-cache-store). */
final class SemanticStorePolicy implements PolicyType {
    private final String element;

    SemanticStorePolicy(String element) {
        this.element = element;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(element, "Stores the answer for prompts of the same meaning.")
                .sections(Section.OUTBOUND)
                .scopes(Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION)
                .onlyOnce()
                .attributes(AttributeSpec.of("duration", Type.INTEGER, "Seconds for which it is kept.")
                        .between(1, Integer.MAX_VALUE)
                        .orExpression()
                        .mandatory());
    }

    @Override
    public Policy compile(PolicyElement written, CompileContext context) {
        return new Store(context.required(written, "duration", Integer.class), context.services());
    }

    /** Storing never delays an answer: one that streams is stored when its last byte has passed. */
    private record Store(Expression<Integer> duration, PolicyServices services) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            SemanticLookup.Ticket ticket = exchange.get(SemanticLookup.Ticket.KEY);
            ResponseMessage response = exchange.response();
            Integer seconds = duration.evaluate(exchange);
            if (ticket == null
                    || response.status() != 200
                    || response.headers().contains("Content-Encoding")
                    || response.body().isGone()
                    || seconds == null
                    || seconds < 1) {
                return Outcome.next();
            }
            Headers headers = response.headers().copy();
            headers.remove("Set-Cookie");
            headers.remove("Content-Length");
            boolean stream = TokenTally.isStream(headers);
            Writer writer = new Writer(ticket, headers, stream, Duration.ofSeconds(seconds), services);
            BytesBody bytes = response.body().buffered();
            if (bytes != null) {
                writer.passed(ByteBuffer.wrap(bytes.bytes()));
                writer.whole();
            } else {
                response.body().replace(new WatchedBody(response.body().take(), writer));
            }
            return Outcome.next();
        }

        @Override
        public String toString() {
            return "semantic-cache-store duration=" + duration;
        }
    }

    /** Keeps the bytes that pass, as long as they are not too many. */
    private static final class Writer implements WatchedBody.Watcher {
        private final SemanticLookup.Ticket ticket;
        private final Headers headers;
        private final boolean stream;
        private final Duration timeToLive;
        private final PolicyServices services;
        private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Writer(
                SemanticLookup.Ticket ticket,
                Headers headers,
                boolean stream,
                Duration timeToLive,
                PolicyServices services) {
            this.ticket = ticket;
            this.headers = headers;
            this.stream = stream;
            this.timeToLive = timeToLive;
            this.services = services;
        }

        @Override
        public void passed(ByteBuffer bytes) {
            ByteArrayOutputStream all = kept;
            if (all != null
                    && all.size() + bytes.remaining() <= services.vectorIndex().maxBodyBytes()) {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                all.writeBytes(copy);
            } else {
                kept = null;
            }
        }

        @Override
        public void whole() {
            ByteArrayOutputStream all = kept;
            if (all != null && isAnswer(all.toByteArray())) {
                CachedResponse entry = new CachedResponse(
                        200, "", headers, all.toByteArray(), services.time().nanos());
                services.vectorIndex().put(ticket.partition(), ticket.vector(), entry, timeToLive);
            }
        }

        /** A model may say in its answer that it has failed, and something else may answer in its place. */
        private boolean isAnswer(byte[] bytes) {
            boolean[] hasText = {false};
            AnswerReader reader = new AnswerReader((choice, piece) -> hasText[0] = true);
            if (stream) {
                EventStream events = new EventStream(reader);
                events.feed(ByteBuffer.wrap(bytes));
                events.end();
            } else {
                reader.data(ByteBuffer.wrap(bytes));
                reader.endOfEvent();
            }
            return hasText[0] && !reader.hasFailed();
        }

        @Override
        public void broken() {
            kept = null;
        }
    }
}
