package dev.apim.core.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revisions of one API. */
final class Revisions<A, O> {
    private final List<RoutedApi<A, O>> all;
    private final @Nullable RoutedApi<A, O> current;

    private Revisions(List<RoutedApi<A, O>> all) {
        this.all = all;
        this.current = all.stream().filter(r -> r.api().isCurrent()).findFirst().orElse(null);
    }

    /** The revisions of the first API in the list; those of others are added to {@code shadowed}. Empty for an empty list. */
    static <A, O> @Nullable Revisions<A, O> ofFirst(List<RoutedApi<A, O>> candidates, List<RouteConflict> shadowed) {
        if (candidates.isEmpty()) {
            return null;
        }
        ApiRevision first = candidates.get(0).name();
        List<RoutedApi<A, O>> same = new ArrayList<>();
        for (RoutedApi<A, O> candidate : candidates) {
            if (candidate.name().sameApi(first)) {
                same.add(candidate);
            } else {
                shadowed.add(new RouteConflict(candidate.name(), null, shadowedBy(candidate, first)));
            }
        }
        return new Revisions<>(List.copyOf(same));
    }

    /** The one asked for, or the current one; {@code null} when there is none or it is offline. */
    @Nullable
    RoutedApi<A, O> find(@Nullable String number) {
        RoutedApi<A, O> found = number == null ? current : byNumber(number);
        return found != null && found.api().isOnline() ? found : null;
    }

    private @Nullable RoutedApi<A, O> byNumber(String number) {
        for (RoutedApi<A, O> revision : all) {
            if (revision.api().revision().equals(number)) {
                return revision;
            }
        }
        return null;
    }

    private static String shadowedBy(RoutedApi<?, ?> candidate, ApiRevision first) {
        String version = candidate.api().version();
        return "the path '" + candidate.api().path() + "'"
                + (version.isEmpty() ? "" : " with the version '" + version + "'") + " is that of API "
                + first.apiId() + " already; give one of them another path or version";
    }
}
