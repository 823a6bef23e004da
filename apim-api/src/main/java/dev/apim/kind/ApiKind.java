package dev.apim.kind;

import dev.apim.model.Operation;
import dev.apim.policy.PolicyType;
import java.util.List;

/**
 * What the gateway makes of the APIs of one type, beyond forwarding them (Azure: GraphQL APIs); found with
 * {@link java.util.ServiceLoader}. Stateless and thread-safe.
 *
 * <pre>{@code
 * final class EchoKind implements ApiKind {
 *     public String type() {
 *         return "echo";
 *     }
 *
 *     public CompiledApi compile(ApiContext context) {
 *         return (exchange, request) -> new EchoCall(request);
 *     }
 * }
 * }</pre>
 */
public interface ApiKind {
    /** The {@code type} of its APIs, in lower case. */
    String type();

    /** What every such API answers though it configures no operation. */
    default List<Operation> operations() {
        return List.of();
    }

    /** Policies that stand in the documents of such APIs' resolvers only, their roots among them. */
    default List<PolicyType> resolverPolicies() {
        return List.of();
    }

    /**
     * Makes of one API what its requests need. Called again when the API or something it refers to has changed. Reports mistakes to
     * {@code context} and never throws for one; after an error the result is not used.
     */
    CompiledApi compile(ApiContext context);
}
