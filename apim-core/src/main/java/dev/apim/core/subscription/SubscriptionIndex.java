package dev.apim.core.subscription;

import dev.apim.model.Subscription;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds subscriptions by either of their keys. Immutable and thread-safe; a change gives another index.
 *
 * <p>It holds digests, not keys: a look-up goes by a part of the digest and is settled by comparing all of it in constant time.
 */
public final class SubscriptionIndex {
    /** Azure's bound; what is longer is no key and is not even digested. */
    private static final int LONGEST_KEY = 256;

    private final KeyDigest digest;
    private final Map<SubscriptionName, List<Entry>> entries;
    private final Map<Long, List<Entry>> byDigest;

    /** One key of one subscription. */
    private record Entry(byte[] digest, Subscription subscription, List<Subscription> alone) {
        Entry(byte[] digest, Subscription subscription) {
            this(digest, subscription, List.of(subscription));
        }

        Long part() {
            return SubscriptionIndex.part(digest);
        }
    }

    private SubscriptionIndex(
            KeyDigest digest, Map<SubscriptionName, List<Entry>> entries, Map<Long, List<Entry>> byDigest) {
        this.digest = digest;
        this.entries = entries;
        this.byDigest = byDigest;
    }

    /** An index of all of these, whatever their state; of two with the same name the last counts. */
    public static SubscriptionIndex of(Collection<Subscription> subscriptions) {
        return new SubscriptionIndex(new KeyDigest(), Map.of(), Map.of()).with(subscriptions, List.of());
    }

    /** The same with some added or replaced, and some removed; what is both is replaced. */
    public SubscriptionIndex with(Collection<Subscription> changed, Collection<SubscriptionName> removed) {
        Map<SubscriptionName, Subscription> coming = new LinkedHashMap<>();
        changed.forEach(subscription -> coming.put(SubscriptionName.of(subscription), subscription));
        Map<SubscriptionName, List<Entry>> nextEntries = new HashMap<>(entries);
        Map<Long, List<Entry>> nextByDigest = new HashMap<>(byDigest);
        Set<SubscriptionName> leaving = new HashSet<>(removed);
        leaving.addAll(coming.keySet());
        for (SubscriptionName name : leaving) {
            List<Entry> old = nextEntries.remove(name);
            if (old != null) {
                old.forEach(entry -> remove(nextByDigest, entry, name));
            }
        }
        coming.forEach((name, subscription) -> {
            List<Entry> keys = keys(subscription);
            nextEntries.put(name, keys);
            keys.forEach(entry -> add(nextByDigest, entry));
        });
        return new SubscriptionIndex(digest, nextEntries, nextByDigest);
    }

    /** The subscriptions whose primary or secondary key this is, whatever their state; nearly always none or one. */
    public List<Subscription> find(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return List.of();
        }
        byte[] presented = digest.ofPresented(key);
        List<Entry> candidates = byDigest.get(part(presented));
        if (candidates == null) {
            return List.of();
        }
        if (candidates.size() == 1) {
            Entry only = candidates.get(0);
            return MessageDigest.isEqual(only.digest(), presented) ? only.alone() : List.of();
        }
        List<Subscription> found = new ArrayList<>(1);
        for (Entry candidate : candidates) {
            if (MessageDigest.isEqual(candidate.digest(), presented)) {
                found.add(candidate.subscription());
            }
        }
        return found;
    }

    private List<Entry> keys(Subscription subscription) {
        List<Entry> keys = new ArrayList<>(2);
        if (!subscription.primaryKey().isEmpty()) {
            keys.add(new Entry(digest.of(subscription.primaryKey()), subscription));
        }
        boolean two = !subscription.secondaryKey().equals(subscription.primaryKey());
        if (two && !subscription.secondaryKey().isEmpty()) {
            keys.add(new Entry(digest.of(subscription.secondaryKey()), subscription));
        }
        return keys;
    }

    private static void add(Map<Long, List<Entry>> byDigest, Entry entry) {
        List<Entry> together = new ArrayList<>(byDigest.getOrDefault(entry.part(), List.of()));
        together.add(entry);
        together.sort(Comparator.comparing(e -> e.subscription().id()));
        byDigest.put(entry.part(), List.copyOf(together));
    }

    private static void remove(Map<Long, List<Entry>> byDigest, Entry entry, SubscriptionName name) {
        List<Entry> rest = byDigest.getOrDefault(entry.part(), List.of()).stream()
                .filter(e -> !SubscriptionName.of(e.subscription()).equals(name))
                .toList();
        if (rest.isEmpty()) {
            byDigest.remove(entry.part());
        } else {
            byDigest.put(entry.part(), rest);
        }
    }

    private static Long part(byte[] digest) {
        long part = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            part = part << 8 | digest[i] & 0xFF;
        }
        return part;
    }

    /** How many there are, and nothing of their keys. */
    @Override
    public String toString() {
        return "SubscriptionIndex[" + entries.size() + "]";
    }
}
