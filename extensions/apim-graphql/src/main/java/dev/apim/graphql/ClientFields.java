package dev.apim.graphql;

import dev.apim.http.Headers;
import dev.apim.policy.Exchange;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The fields of the client's request, for the expressions of a resolver to read. They go no further: a resolver calls another host,
 * which must not get the client's credentials unless the resolver's author says so by writing the field, though it be with the same
 * value. So each field has a name object of its own here, and what is written later has another.
 */
final class ClientFields {
    private ClientFields() {}

    /** Those of a request; its body being another, what describes it is that of JSON. */
    static Headers of(Exchange client) {
        Headers fields = client.request().headers();
        Headers copy = new Headers(fields.size() + 1);
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.nameAt(i).regionMatches(true, 0, "Content-", 0, 8)) {
                copy.add(ownCopy(fields.nameAt(i)), fields.valueAt(i));
            }
        }
        return copy.add(ownCopy("Content-Type"), "application/json");
    }

    @SuppressWarnings("StringOperationCanBeSimplified") // its identity is what counts
    private static String ownCopy(String name) {
        return new String(name);
    }

    /** The name objects that are there now. */
    static Set<String> names(Headers headers) {
        Set<String> names = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < headers.size(); i++) {
            names.add(headers.nameAt(i));
        }
        return names;
    }
}
