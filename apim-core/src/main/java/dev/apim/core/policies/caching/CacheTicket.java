package dev.apim.core.policies.caching;

import dev.apim.http.Headers;
import dev.apim.policy.ExchangeKey;
import java.util.List;

/**
 * What cache-lookup leaves for cache-store: the key that was asked for in vain, and what it covers.
 *
 * @param key of the response, before its {@code Vary}
 * @param keyedFields names of request fields the key covers, lower case
 * @param fields of the request as the lookup saw them
 * @param allowPrivate whether the author allows private responses to be stored
 * @param callerInKey whether the key tells callers apart
 * @param downstream what clients may do with the response
 * @param open false once a response was found or stored
 */
record CacheTicket(
        String key,
        List<String> keyedFields,
        Headers fields,
        boolean allowPrivate,
        boolean callerInKey,
        Downstream downstream,
        boolean open) {
    static final ExchangeKey<CacheTicket> KEY = ExchangeKey.of("cache-ticket");

    CacheTicket spent() {
        return new CacheTicket(key, keyedFields, fields, allowPrivate, callerInKey, downstream, false);
    }
}
