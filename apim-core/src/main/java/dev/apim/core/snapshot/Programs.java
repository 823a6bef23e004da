package dev.apim.core.snapshot;

import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.pipeline.Program;
import dev.apim.core.resource.Configuration;
import dev.apim.core.snapshot.ApiNode.OperationNode;
import dev.apim.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The programs of one snapshot, each linked when a request first needs it. Thread-safe. */
final class Programs {
    private final Map<String, CompiledDocument> products;
    private final Map<String, CompiledDocument> workspaces;
    private final List<PolicyCode> global;
    private final Program alone;
    private final Map<Object, Program> withoutProduct = new ConcurrentHashMap<>();
    private final Map<String, Map<Object, Program>> withProduct = new ConcurrentHashMap<>();

    /**
     * For these documents.
     *
     * @param products by key
     * @param workspaces by name
     * @param global narrowest first: the service's policy and, behind it, the default where that leaves out the backend section
     */
    Programs(
            Map<String, CompiledDocument> products, Map<String, CompiledDocument> workspaces, List<PolicyCode> global) {
        this.products = products;
        this.workspaces = workspaces;
        this.global = List.copyOf(global);
        this.alone = Program.link(global);
    }

    /** Where nothing but the service is known. */
    Program global() {
        return alone;
    }

    /** Where the API is known, but no operation. */
    Program of(ApiNode api) {
        Program program = withoutProduct.get(api);
        return program == null ? withoutProduct.computeIfAbsent(api, a -> link(api, null, null)) : program;
    }

    /** For an operation and perhaps a product. */
    Program of(ApiNode api, OperationNode operation, @Nullable Product product) {
        if (product == null) {
            Program program = withoutProduct.get(operation);
            return program == null
                    ? withoutProduct.computeIfAbsent(operation, o -> link(api, operation, null))
                    : program;
        }
        String key = Configuration.key(product.workspaceId(), product.id());
        Map<Object, Program> programs = withProduct.get(key);
        if (programs == null) {
            programs = withProduct.computeIfAbsent(key, k -> new ConcurrentHashMap<>());
        }
        Program program = programs.get(operation);
        return program == null ? programs.computeIfAbsent(operation, o -> link(api, operation, key)) : program;
    }

    private Program link(ApiNode api, @Nullable OperationNode operation, @Nullable String product) {
        List<PolicyCode> chain = new ArrayList<>(5);
        if (operation != null && operation.code() != null) {
            chain.add(operation.code());
        }
        if (api.code() != null) {
            chain.add(api.code());
        }
        add(chain, product == null ? null : products.get(product));
        String workspace = api.entry.workspaceId();
        add(chain, workspace == null ? null : workspaces.get(workspace));
        chain.addAll(global);
        return Program.link(chain);
    }

    private static void add(List<PolicyCode> chain, @Nullable CompiledDocument document) {
        if (document != null) {
            chain.add(document.code());
        }
    }
}
