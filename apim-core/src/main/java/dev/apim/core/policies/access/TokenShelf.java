package dev.apim.core.policies.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that were given out, until shortly before they end. However many want one at once, it is asked for once. Thread-safe.
 *
 * @param <K> what a token is for
 */
final class TokenShelf<K> {
    private static final int MOST = 1_000;

    private final Cache<K, Place> places =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private static final class Place {
        final AtomicReference<@Nullable CompletableFuture<AccessToken>> flight = new AtomicReference<>();
        volatile @Nullable AccessToken token;
    }

    /**
     * A token, the one that is there or one that is asked for.
     *
     * @param ask for another; what it returns fails with the reason
     */
    CompletionStage<AccessToken> get(K key, Time time, Supplier<CompletionStage<AccessToken>> ask) {
        Place place = places.get(key, none -> new Place());
        AccessToken known = place.token;
        if (known != null && time.now().isBefore(known.renewal())) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<AccessToken> mine = new CompletableFuture<>();
        CompletableFuture<AccessToken> other = place.flight.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        ask.get().whenComplete((token, failure) -> {
            place.flight.set(null);
            if (token != null) {
                place.token = token;
                mine.complete(token);
            } else if (known != null && time.now().isBefore(known.expires())) {
                mine.complete(known); // it still counts
            } else {
                mine.completeExceptionally(failure == null ? new TokenAnswerException("nothing came") : failure);
            }
        });
        return mine;
    }
}
