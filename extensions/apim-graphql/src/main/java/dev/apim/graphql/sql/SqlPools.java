package dev.apim.graphql.sql;

import dev.apim.policy.PolicyServices;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pools of one gateway, a few at a time; the one that was not used for longest gives way. Thread-safe. */
public final class SqlPools {
    private static final int POOLS = 32;

    private final Map<Key, SqlPool> pools = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SqlPool> eldest) {
            return size() > POOLS;
        }
    };

    private record Key(String connection, boolean managedIdentity) {}

    /** Without connections. */
    public SqlPools() {}

    /**
     * The pool of a connection string.
     *
     * @throws IllegalArgumentException when it is none
     */
    synchronized SqlPool of(String connection, boolean managedIdentity, PolicyServices services) {
        return pools.computeIfAbsent(
                new Key(connection, managedIdentity),
                key -> new SqlPool(ConnectionText.parse(connection, managedIdentity), services));
    }
}
