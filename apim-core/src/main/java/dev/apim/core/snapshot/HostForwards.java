package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.core.pipeline.Origin;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.model.Api;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a host cannot do that lets a request into the rest of its chain once, as it came: a changed path, a second attempt. It
 * concerns the APIs that the host handles itself, unless a policy may send their requests elsewhere.
 */
public final class HostForwards {
    private static final String REMEDY =
            "; map the host's filters to FORWARD and allow re-dispatch, give the API a backend, or take it away";

    private final Snapshot snapshot;

    private HostForwards(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Every such place, once. */
    public static List<Issue> impossible(Snapshot snapshot) {
        return new HostForwards(snapshot).issues();
    }

    private List<Issue> issues() {
        Set<Issue> issues = new LinkedHashSet<>();
        for (ApiNode api : snapshot.parts.apis().values()) {
            List<PolicyCode> documents = api.serviceUrl == null && !api.answers() ? documents(api) : List.of();
            if (documents.stream().noneMatch(HostForwards::choosesBackend)) {
                documents.forEach(document -> report(document, issues));
            }
        }
        return List.copyOf(issues);
    }

    private List<PolicyCode> documents(ApiNode node) {
        Api api = node.api();
        List<CompiledDocument> all = new ArrayList<>(node.documents());
        all.add(snapshot.parts.global());
        if (api.workspaceId() != null) {
            all.add(snapshot.parts.workspaces().get(api.workspaceId()));
        }
        snapshot.configuration().products().forEach((key, entry) -> {
            boolean holds = entry.product().apiIds().stream().anyMatch(id -> id.equalsIgnoreCase(api.id()));
            if (holds && Objects.equals(entry.product().workspaceId(), api.workspaceId())) {
                all.add(snapshot.parts.products().get(key));
            }
        });
        return codes(all);
    }

    private static List<PolicyCode> codes(Collection<@Nullable CompiledDocument> documents) {
        return documents.stream()
                .filter(Objects::nonNull)
                .map(CompiledDocument::code)
                .toList();
    }

    private static boolean choosesBackend(PolicyCode code) {
        return Stream.of(Section.INBOUND, Section.BACKEND)
                .anyMatch(section -> code.place(section, "set-backend-service").isPresent());
    }

    private static void report(PolicyCode code, Set<Issue> issues) {
        Stream.of(Section.INBOUND, Section.BACKEND)
                .flatMap(section -> code.places(section, "rewrite-uri"))
                .forEach(at ->
                        issues.add(error(at, "rewrite-uri changes the path of requests that the host handles itself")));
        Stream.of(Section.values())
                .flatMap(section -> code.places(section, "forward-request"))
                .filter(at -> at.path().contains("retry["))
                .forEach(at -> issues.add(error(at, "a second attempt would have to call the host once more")));
        for (Section section : Section.values()) {
            List<Origin> forwards = code.places(section, "forward-request").toList();
            for (int second = 1; second < forwards.size(); second++) {
                Origin at = forwards.get(second);
                if (forwards.subList(0, second).stream().anyMatch(first -> mayBothRun(first, at))) {
                    issues.add(error(at, "a second forward-request would have to call the host once more"));
                }
            }
        }
    }

    /** Whether nothing keeps one statement from running after another: being in different branches of one choose does. */
    private static boolean mayBothRun(Origin first, Origin second) {
        String[] one = first.path().split("/");
        String[] other = second.path().split("/");
        int at = 0;
        while (at < one.length && at < other.length && one[at].equals(other[at])) {
            at++;
        }
        return at >= one.length || at >= other.length || !isBranch(one[at]) || !isBranch(other[at]);
    }

    private static boolean isBranch(String step) {
        return step.startsWith("when[") || step.startsWith("otherwise[");
    }

    private static Issue error(Origin at, String what) {
        return Issue.error(at.position(), what + ", which this host does not allow" + REMEDY);
    }
}
