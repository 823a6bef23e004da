package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warns of cache-lookups that nothing will ever fill: no document that can be in force with them holds a cache-store. */
final class LookupsWithoutStore {
    private final boolean storedAbove;

    LookupsWithoutStore(
            @Nullable CompiledDocument global,
            Collection<CompiledDocument> workspaces,
            Collection<CompiledDocument> products) {
        List<CompiledDocument> above = new ArrayList<>(workspaces);
        above.addAll(products);
        if (global != null) {
            above.add(global);
        }
        this.storedAbove = above.stream().anyMatch(document -> stores(document.code()));
    }

    void report(Collection<ApiNode> apis, Collection<Issue> issues) {
        if (storedAbove) {
            return;
        }
        for (ApiNode api : apis) {
            boolean anyOperationStores =
                    api.operations.values().stream().anyMatch(o -> o.code() != null && stores(o.code()));
            boolean apiStores = api.code() != null && stores(api.code());
            if (api.code() != null && !apiStores && !anyOperationStores) {
                warn(api.code(), issues);
            }
            for (ApiNode.OperationNode operation : api.operations.values()) {
                PolicyCode code = operation.code();
                if (code != null && !apiStores && !stores(code)) {
                    warn(code, issues);
                }
            }
        }
    }

    private static boolean stores(PolicyCode code) {
        return code.place(Section.OUTBOUND, "cache-store").isPresent();
    }

    private static void warn(PolicyCode code, Collection<Issue> issues) {
        code.place(Section.INBOUND, "cache-lookup")
                .ifPresent(at -> issues.add(Issue.warning(
                        at.position(),
                        "cache-lookup does nothing: no cache-store is in force with it; add one to outbound")));
    }
}
