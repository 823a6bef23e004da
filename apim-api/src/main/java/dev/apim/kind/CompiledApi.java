package dev.apim.kind;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendRequest;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;

/** What a kind made of one API. Immutable and thread-safe. */
@FunctionalInterface
public interface CompiledApi {
    /** Where every request for such an API finds it. */
    ExchangeKey<CompiledApi> KEY = ExchangeKey.of("compiled-api");

    /**
     * Whether requests are answered here. Then {@code forward-request} leads to {@link #answer} as long as no policy has chosen another
     * destination; otherwise it leads to the API's service URL.
     */
    default boolean answers() {
        return true;
    }

    /**
     * Answers a request in place of a backend. Called on the exchange's lane, must not block.
     *
     * @param exchange the request belongs to
     * @param request as it would have left the gateway
     */
    BackendCall answer(Exchange exchange, BackendRequest request);
}
