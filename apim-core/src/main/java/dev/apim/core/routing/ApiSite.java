package dev.apim.core.routing;

import dev.apim.http.Headers;
import dev.apim.model.VersionSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that one path prefix leads to: an API, versions of it, or only the knowledge that a version should follow. */
final class ApiSite<A, O> {
    private final List<RoutedApi<A, O>> members;
    private final @Nullable Revisions<A, O> unnamed;
    private final List<NamedVersions<A, O>> named;
    private final @Nullable RoutedApi<A, O> only;
    private final List<RouteConflict> conflicts;

    /** Versions that a query parameter or a field names. */
    private record NamedVersions<A, O>(VersionSet set, Map<String, Revisions<A, O>> byVersion) {
        @Nullable
        String asked(CanonicalPath path, Headers headers) {
            String name = set.scheme() == VersionSet.Scheme.QUERY ? set.queryName() : set.headerName();
            String asked = null;
            if (name != null) {
                asked = set.scheme() == VersionSet.Scheme.QUERY
                        ? path.parameters().get(name)
                        : headers.get(name);
            }
            return asked == null || asked.isEmpty() ? null : asked;
        }
    }

    private ApiSite(String prefix, List<RoutedApi<A, O>> members) {
        this.members = members;
        this.conflicts = new ArrayList<>();
        this.unnamed = Revisions.ofFirst(
                members.stream().filter(m -> m.servesUnnamedAt(prefix)).toList(), conflicts);
        this.named = named(members, conflicts);
        this.only = named.isEmpty() && unnamed != null ? unnamed.find(null) : null;
    }

    /** In the order of their names, so that it never matters which came first. */
    static <A, O> ApiSite<A, O> of(String prefix, List<RoutedApi<A, O>> members) {
        return new ApiSite<>(
                prefix,
                members.stream()
                        .sorted(Comparator.comparing(RoutedApi::name, ApiRevision.ORDER))
                        .toList());
    }

    List<RoutedApi<A, O>> members() {
        return members;
    }

    /** The API that every request without a revision means; {@code null} where that depends on the request. */
    @Nullable
    RoutedApi<A, O> only() {
        return only;
    }

    List<RouteConflict> conflicts() {
        return conflicts;
    }

    /** The API that the request means, or {@code null} for an unknown version or revision, or one that is offline. */
    @Nullable
    RoutedApi<A, O> select(CanonicalPath path, Headers headers, @Nullable String revision) {
        Revisions<A, O> version = named.isEmpty() ? unnamed : version(path, headers);
        return version == null ? null : version.find(revision);
    }

    private @Nullable Revisions<A, O> version(CanonicalPath path, Headers headers) {
        for (NamedVersions<A, O> versions : named) {
            String asked = versions.asked(path, headers);
            if (asked != null) {
                return versions.byVersion().get(CaseFold.fold(asked));
            }
        }
        return unnamed;
    }

    private static <A, O> List<NamedVersions<A, O>> named(
            List<RoutedApi<A, O>> members, List<RouteConflict> conflicts) {
        Map<String, List<RoutedApi<A, O>>> bySet = new LinkedHashMap<>();
        for (RoutedApi<A, O> member : members) {
            VersionSet set = member.namedVersions();
            if (set != null) {
                bySet.computeIfAbsent(set.id(), id -> new ArrayList<>()).add(member);
            }
        }
        List<NamedVersions<A, O>> named = new ArrayList<>();
        for (List<RoutedApi<A, O>> ofSet : bySet.values()) {
            VersionSet set = ofSet.get(0).namedVersions();
            if (set != null) {
                named.add(new NamedVersions<>(set, byVersion(ofSet, conflicts)));
            }
        }
        return List.copyOf(named);
    }

    /** By folded version; the one without a version is found unnamed. */
    private static <A, O> Map<String, Revisions<A, O>> byVersion(
            List<RoutedApi<A, O>> ofSet, List<RouteConflict> conflicts) {
        Map<String, List<RoutedApi<A, O>>> candidates = new LinkedHashMap<>();
        for (RoutedApi<A, O> api : ofSet) {
            if (!api.api().version().isEmpty()) {
                candidates
                        .computeIfAbsent(CaseFold.fold(api.api().version()), v -> new ArrayList<>())
                        .add(api);
            }
        }
        Map<String, Revisions<A, O>> byVersion = new LinkedHashMap<>();
        candidates.forEach((version, apis) -> {
            Revisions<A, O> revisions = Revisions.ofFirst(apis, conflicts);
            if (revisions != null) {
                byVersion.put(version, revisions);
            }
        });
        return byVersion;
    }
}
