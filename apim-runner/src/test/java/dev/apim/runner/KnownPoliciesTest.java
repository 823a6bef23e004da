package dev.apim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.compile.AzurePolicies;
import dev.apim.policy.PolicySpec;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds what is built against the names of Azure. */
class KnownPoliciesTest {
    /** Known, but not built: whoever builds one takes it off this list. */
    private static final Set<String> NOT_BUILT = Set.of(
            "authentication-basic",
            "authentication-certificate",
            "authentication-managed-identity",
            "azure-openai-emit-token-metric",
            "azure-openai-semantic-cache-lookup",
            "azure-openai-semantic-cache-store",
            "azure-openai-token-limit",
            "check-header",
            "cosmosdb-data-source",
            "cross-domain",
            "emit-metric",
            "find-and-replace",
            "get-authorization-context",
            "http-data-source",
            "invoke-dapr-binding",
            "invoke-request",
            "ip-filter",
            "json-to-xml",
            "jsonp",
            "llm-content-safety",
            "llm-emit-token-metric",
            "llm-semantic-cache-lookup",
            "llm-semantic-cache-store",
            "llm-token-limit",
            "log-to-eventhub",
            "proxy",
            "publish-event",
            "publish-to-dapr",
            "quota",
            "quota-by-key",
            "redirect-content-urls",
            "send-one-way-request",
            "send-service-bus-message",
            "set-graphql-resolver",
            "sql-data-source",
            "validate-azure-ad-token",
            "validate-client-certificate",
            "validate-graphql-request",
            "validate-jwt",
            "xml-to-json",
            "xsl-transform");

    @Test
    void everyNameOfAzureIsBuiltOrListedAsMissing() {
        Set<String> missing = new TreeSet<>(AzurePolicies.names());
        PolicyReference.specs().stream().map(PolicySpec::name).forEach(missing::remove);

        assertThat(missing).as("not built").containsExactlyInAnyOrderElementsOf(NOT_BUILT);
        System.out.println("policies: " + (AzurePolicies.names().size() - missing.size()) + " of "
                + AzurePolicies.names().size());
    }

    @Test
    void nothingIsBuiltThatAzureDoesNotKnow() {
        assertThat(PolicyReference.specs()).extracting(PolicySpec::name).isSubsetOf(AzurePolicies.names());
    }

    @Test
    void everyPolicyHasItsPlaceInTheReference() {
        assertThat(PolicyReference.specs())
                .allSatisfy(spec -> assertThat(PolicyReference.page()).contains("\n## " + spec.name() + "\n"));
    }

    @Test
    void noNameIsBuiltTwice() {
        assertThat(PolicyReference.specs()).extracting(PolicySpec::name).doesNotHaveDuplicates();
    }

    @Test
    void aPolicyOfAnotherJarNamesTheJar() {
        assertThat(AzurePolicies.jarOf("validate-content")).contains("dev.apim:apim-validation");
        assertThat(AzurePolicies.jarOf("set-header")).isEmpty();
    }
}
