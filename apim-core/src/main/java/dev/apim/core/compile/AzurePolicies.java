package dev.apim.core.compile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The elements Azure knows: one that is not at hand loads with a warning, any other is an error. */
public final class AzurePolicies {
    private static final String NAMES = """
            base include-fragment choose retry wait limit-concurrency
            rate-limit rate-limit-by-key quota quota-by-key
            check-header ip-filter get-authorization-context validate-jwt validate-azure-ad-token
            validate-client-certificate authentication-basic authentication-certificate authentication-managed-identity
            forward-request set-backend-service proxy
            cache-lookup cache-store cache-lookup-value cache-store-value cache-remove-value cache-value
            llm-semantic-cache-lookup llm-semantic-cache-store
            azure-openai-semantic-cache-lookup azure-openai-semantic-cache-store
            validate-content validate-parameters validate-headers validate-status-code
            validate-graphql-request validate-odata-request
            set-header set-query-parameter set-body set-method set-status set-variable rewrite-uri find-and-replace
            redirect-content-urls json-to-xml xml-to-json xsl-transform
            return-response mock-response cors cross-domain jsonp
            send-request send-one-way-request log-to-eventhub send-service-bus-message
            publish-to-dapr invoke-dapr-binding invoke-request trace emit-metric
            llm-token-limit azure-openai-token-limit llm-emit-token-metric azure-openai-emit-token-metric llm-content-safety
            http-data-source sql-data-source cosmosdb-data-source publish-event set-graphql-resolver
            """;
    private static final Set<String> ALL =
            Stream.of(NAMES.trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> JARS = Map.of(
            "validate-content", "apim-validation",
            "validate-parameters", "apim-validation",
            "validate-headers", "apim-validation",
            "validate-status-code", "apim-validation",
            "validate-odata-request", "apim-validation",
            "validate-graphql-request", "apim-graphql",
            "set-graphql-resolver", "apim-graphql");

    private static final Set<String> OF_RESOLVERS =
            Set.of("http-data-source", "sql-data-source", "cosmosdb-data-source", "publish-event");

    private AzurePolicies() {}

    /** All names. */
    public static Set<String> names() {
        return ALL;
    }

    /** The extension that brings an element, such as {@code dev.apim:apim-validation}, if it is not the core's. */
    public static Optional<String> jarOf(String element) {
        boolean ai = element.startsWith("llm-") || element.startsWith("azure-openai-");
        return Optional.ofNullable(ai ? "apim-ai" : JARS.get(element)).map(jar -> "dev.apim:" + jar);
    }

    /** Whether it stands in no document but that of a resolver. */
    static boolean isOfResolvers(String element) {
        return OF_RESOLVERS.contains(element);
    }

    static boolean knows(String element) {
        return ALL.contains(element);
    }
}
