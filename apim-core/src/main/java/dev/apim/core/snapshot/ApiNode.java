package dev.apim.core.snapshot;

import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.resource.ApiEntry;
import dev.apim.http.Url;
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
    final @Nullable Url serviceUrl;

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
            @Nullable Url serviceUrl) {
        this.entry = entry;
        this.document = document;
        this.operations = operations;
        this.serviceUrl = serviceUrl;
    }

    Api api() {
        return entry.api();
    }

    @Nullable
    PolicyCode code() {
        return document == null ? null : document.code();
    }

    /** All documents of the API and its operations. */
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
        return all;
    }
}
