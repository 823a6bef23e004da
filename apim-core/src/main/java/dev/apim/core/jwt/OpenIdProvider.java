package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.Time;
import dev.apim.http.Url;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an identity provider publishes of itself (OpenID Connect Discovery 1.0): its name and its keys, fetched when they are first
 * needed and from time to time after. While there are keys that count nobody waits for others. However many ask at once, it is fetched
 * once. Thread-safe.
 */
public final class OpenIdProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final CompletionStage<@Nullable Void> NOW = CompletableFuture.completedFuture(null);

    /** After a failure nobody tries again for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Url configuration;
    private final KeyRefresh rules;
    private final Time time;
    private final AtomicReference<@Nullable CompletableFuture<@Nullable Void>> flight = new AtomicReference<>();
    private final AtomicReference<@Nullable Long> asked = new AtomicReference<>();
    private volatile @Nullable Published last;
    private volatile @Nullable Long attempted;

    /** Brings a document, whole and in time, or fails. */
    @FunctionalInterface
    public interface Fetcher {
        /**
         * Fetches one.
         *
         * @param url of it
         * @param trusted whether the operator named the host; else it came out of another document
         */
        CompletionStage<byte[]> fetch(Url url, boolean trusted);
    }

    /**
     * What is known of it.
     *
     * @param issuer as its tokens name it, if it says so
     * @param keys public ones only
     * @param at when it was fetched, on the monotonic clock
     */
    public record Published(@Nullable String issuer, KeySet keys, long at) {}

    /**
     * A provider nobody has asked yet.
     *
     * @param configuration where its discovery document is
     */
    public OpenIdProvider(Url configuration, KeyRefresh rules, Time time) {
        this.configuration = configuration;
        this.rules = rules;
        this.time = time;
    }

    /** What counts now, or {@code null} where nothing does. */
    public @Nullable Published current() {
        Published known = last;
        return known == null || hasPassed(known.at(), rules.maxStale()) ? null : known;
    }

    /**
     * Sees to it that there are keys. What it returns is complete already unless there are none that count; then it completes when they
     * have been fetched, or could not be.
     */
    public CompletionStage<@Nullable Void> ready(Fetcher fetcher) {
        Published known = current();
        if (known != null) {
            if (hasPassed(known.at(), rules.lifetime()) && flight.get() == null && hasPassed(attempted, PAUSE)) {
                fetch(fetcher);
            }
            return NOW;
        }
        CompletableFuture<@Nullable Void> underWay = flight.get();
        if (underWay != null) {
            return underWay;
        }
        return hasPassed(attempted, PAUSE) ? fetch(fetcher) : NOW;
    }

    /**
     * Fetches the keys because a token names another, unless that was done lately: then {@code null}.
     *
     * @param taken when the keys that did not help were asked for, on the monotonic clock: newer ones are there already
     */
    public @Nullable CompletionStage<@Nullable Void> refresh(Fetcher fetcher, long taken) {
        Published known = last;
        if (known != null && known.at() - taken > 0) {
            return NOW;
        }
        CompletableFuture<@Nullable Void> underWay = flight.get();
        if (underWay != null) {
            return underWay;
        }
        if (current() == null && !hasPassed(attempted, PAUSE)) {
            return null; // it was just tried
        }
        Long before = asked.get();
        boolean lately = !hasPassed(before, rules.unknownKey());
        return lately || !asked.compareAndSet(before, time.nanos()) ? null : fetch(fetcher);
    }

    private boolean hasPassed(@Nullable Long since, Duration duration) {
        return since == null || time.nanos() - since >= duration.toNanos();
    }

    private CompletionStage<@Nullable Void> fetch(Fetcher fetcher) {
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> other = flight.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        attempted = time.nanos();
        published(fetcher).whenComplete((found, failure) -> {
            if (found != null) {
                last = found;
            } else {
                LOG.warn("the keys of {} cannot be fetched: {}", configuration.authority(), reason(failure));
            }
            flight.set(null);
            mine.complete(null);
        });
        return mine;
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause == null ? "no reason was given" : String.valueOf(cause.getMessage());
    }

    private CompletionStage<Published> published(Fetcher fetcher) {
        try {
            return fetcher.fetch(configuration, true).thenCompose(bytes -> {
                ObjectNode document = TokenJson.object(bytes);
                String keys = document == null ? null : TokenJson.text(document, "jwks_uri");
                if (document == null || keys == null) {
                    throw new IllegalStateException("the discovery document names no jwks_uri");
                }
                Url from = keysAt(keys);
                boolean sameHost = from.authority().equalsIgnoreCase(configuration.authority());
                String issuer = TokenJson.text(document, "issuer");
                return fetcher.fetch(from, sameHost).thenApply(set -> read(issuer, set));
            });
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Url keysAt(String text) {
        Url url = Url.parse(text);
        if (configuration.scheme().equals("https") && !url.scheme().equals("https")) {
            throw new IllegalStateException("the keys would come unprotected");
        }
        return url;
    }

    private Published read(@Nullable String issuer, byte[] bytes) {
        KeySet set = KeySet.parse(bytes)
                .map(KeySet::withoutSecrets)
                .orElseThrow(() -> new IllegalStateException("there is no key set at jwks_uri"));
        return new Published(issuer, keepingKnown(set), time.nanos());
    }

    /** Keys that were there before stay the objects they are, so that tokens they signed are recognised at a glance. */
    private KeySet keepingKnown(KeySet set) {
        Published known = last;
        List<VerificationKey> before = known == null ? List.of() : known.keys().keys();
        return new KeySet(set.keys().stream()
                .map(key -> before.stream().filter(key::equals).findFirst().orElse(key))
                .toList());
    }

    @Override
    public String toString() {
        return "OpenIdProvider[" + configuration.authority() + "]";
    }
}
