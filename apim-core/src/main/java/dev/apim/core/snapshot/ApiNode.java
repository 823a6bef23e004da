package dev.apim.core.snapshot;

import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.resource.ApiEntry;
import dev.apim.http.Url;
import dev.apim.kind.CompiledApi;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One revision of an API as requests find it. Immutable; compared by identity. */
final class ApiNode {
    final ApiEntry entry;
    final @Nullable CompiledDocument document;
    final Map<String, OperationNode> operations;
    final Map<String, CompiledDocument> resolvers;
    final @Nullable Url serviceUrl;
    final ApiKinds.@Nullable Made made;

    /** An operation as requests find it. Immutable; compared by identity. */
    static final class OperationNode {
        final Operation operation;
        final @Nullable CompiledDocument document;

        OperationNode(Operation operation, @Nullable CompiledDocument document) {
            this.operation = operation;
            this.document = document;
        }

        @Nullable
        PolicyCode code() {
            return document == null ? null : document.code();
        }
    }

    ApiNode(
            ApiEntry entry,
            @Nullable CompiledDocument document,
            Map<String, OperationNode> operations,
            Map<String, CompiledDocument> resolvers,
            @Nullable Url serviceUrl,
            ApiKinds.@Nullable Made made) {
        this.entry = entry;
        this.document = document;
        this.operations = operations;
        this.resolvers = resolvers;
        this.serviceUrl = serviceUrl;
        this.made = made;
    }

    Api api() {
        return entry.api();
    }

    @Nullable
    PolicyCode code() {
        return document == null ? null : document.code();
    }

    /** What the API's kind made of it, where one is at hand. */
    @Nullable
    CompiledApi compiled() {
        return made == null ? null : made.api();
    }

    /** Whether its requests are answered without a backend and without a host. */
    boolean answers() {
        CompiledApi compiled = compiled();
        return compiled != null && compiled.answers();
    }

    /** All documents of the API, its operations and its resolvers. */
    List<CompiledDocument> documents() {
        List<CompiledDocument> all = new java.util.ArrayList<>();
        if (document != null) {
            all.add(document);
        }
        for (OperationNode operation : operations.values()) {
            if (operation.document != null) {
                all.add(operation.document);
            }
        }
        all.addAll(resolvers.values());
        return all;
    }
}
