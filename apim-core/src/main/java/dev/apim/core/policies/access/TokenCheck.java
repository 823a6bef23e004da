package dev.apim.core.policies.access;

import dev.apim.Cancellable;
import dev.apim.core.expression.csharp.context.Jwt;
import dev.apim.core.jwt.DecryptionKey;
import dev.apim.core.jwt.KeySet;
import dev.apim.core.jwt.OpenIdProvider;
import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.core.jwt.TokenReader;
import dev.apim.core.jwt.VerifiedToken;
import dev.apim.core.policies.message.Engine;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyServices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests pass that have a token which was signed by somebody trusted and says what it must. A token that was verified before is
 * recognised at once; others are verified on a worker.
 */
final class TokenCheck implements Policy {
    private final TokenPlace place;
    private final TokenKeys keys;
    private final Function<Exchange, List<OpenIdProvider>> providers;
    private final Expression<Boolean> signed;
    private final TokenRules rules;
    private final Result result;
    private final Means means;

    /** What comes of it: the answer to others, and the variable for the token. */
    record Result(TokenRefusal refusal, @Nullable String variable, Extra extra) {}

    /** What a policy asks of a token beyond the rules; throws {@link TokenException}. */
    @FunctionalInterface
    interface Extra {
        void check(VerifiedToken token, Exchange exchange);
    }

    /** The gateway's engines and what is remembered. */
    record Means(IdentityProviders identities, PolicyServices services) {}

    TokenCheck(
            TokenPlace place,
            TokenKeys keys,
            Function<Exchange, List<OpenIdProvider>> providers,
            Expression<Boolean> signed,
            TokenRules rules,
            Result result,
            Means means) {
        this.place = place;
        this.keys = keys;
        this.providers = providers;
        this.signed = signed;
        this.rules = rules;
        this.result = result;
        this.means = means;
    }

    @Override
    public Outcome apply(Exchange exchange) {
        try {
            String token = place.find(exchange);
            TokenReader.checkLength(token);
            List<OpenIdProvider> asked = providers.apply(exchange);
            CompletionStage<?> waiting = null;
            for (int i = 0; i < asked.size(); i++) {
                CompletionStage<@Nullable Void> ready = asked.get(i).ready(fetcher(exchange));
                if (!isDone(ready)) {
                    waiting = waiting == null ? ready : waiting.thenCombine(ready, (one, other) -> "");
                }
            }
            return waiting == null
                    ? verify(exchange, token, asked, true)
                    : Outcome.suspend(waiting, (e, none, failure) -> verify(e, token, asked, true), Cancellable.none());
        } catch (TokenException refused) {
            return result.refusal().of(refused, exchange);
        }
    }

    private OpenIdProvider.Fetcher fetcher(Exchange exchange) {
        return means.identities().fetcher(exchange, means.services());
    }

    private static boolean isDone(CompletionStage<?> stage) {
        return stage instanceof CompletableFuture<?> future && future.isDone();
    }

    private Outcome verify(Exchange exchange, String token, List<OpenIdProvider> asked, boolean mayRefresh) {
        VerifiedToken known = means.identities().tokens().find(token);
        if (known != null) {
            if (keys.stillCount(known, exchange, asked)) {
                return accept(exchange, known, asked);
            }
            means.identities().tokens().forget(token);
        }
        long taken = means.services().time().nanos();
        KeySet signers = keys.all(exchange, asked);
        List<DecryptionKey> openers = keys.openers(exchange);
        boolean mustBeSigned = !Boolean.FALSE.equals(signed.evaluate(exchange));
        return Outcome.suspend(
                Engine.onWorker(exchange, () -> TokenReader.read(token, signers, openers, mustBeSigned)),
                (e, read, failure) -> {
                    if (read != null) {
                        means.identities().tokens().remember(token, read);
                        return accept(e, read, asked);
                    }
                    Throwable why = failure == null ? new IllegalStateException("nothing was read") : failure;
                    CompletionStage<?> newer = mayRefresh ? refresh(e, token, asked, taken, why) : null;
                    return newer == null
                            ? result.refusal().of(why, e)
                            : Outcome.suspend(
                                    newer, (f, none, ignored) -> verify(f, token, asked, false), Cancellable.none());
                },
                Cancellable.none());
    }

    /** The providers may have changed their keys: asked again, but seldom; {@code null} where that would not help. */
    private @Nullable CompletionStage<?> refresh(
            Exchange exchange, String token, List<OpenIdProvider> asked, long taken, Throwable failure) {
        Reason reason = failure instanceof TokenException refused ? refused.reason() : Reason.JWT_INVALID;
        boolean other = reason == Reason.TOKEN_SIGNATURE_KEY_NOT_FOUND
                || reason == Reason.TOKEN_SIGNATURE_INVALID && !TokenReader.namesKey(token);
        if (!other) {
            return null;
        }
        List<CompletableFuture<?>> stages = new ArrayList<>();
        for (OpenIdProvider provider : asked) {
            CompletionStage<@Nullable Void> stage = provider.refresh(fetcher(exchange), taken);
            if (stage != null) {
                stages.add(stage.toCompletableFuture());
            }
        }
        return stages.isEmpty() ? null : CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
    }

    private Outcome accept(Exchange exchange, VerifiedToken token, List<OpenIdProvider> asked) {
        try {
            rules.check(token, asked, means.services().time().now(), exchange);
            result.extra().check(token, exchange);
        } catch (TokenException refused) {
            return result.refusal().of(refused, exchange);
        }
        if (result.variable() != null) {
            exchange.variables().put(result.variable(), new Jwt(token.header(), token.claims()));
        }
        return Outcome.next();
    }

    @Override
    public String toString() {
        return "token in " + place.kind() + " " + keys + " audiences="
                + rules.audiences().size() + " claims=" + rules.claims().size();
    }
}
