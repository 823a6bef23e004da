package dev.apim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.compile.AzurePolicies;
import dev.apim.policy.PolicySpec;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds what is built against the names of Azure. */
class KnownPoliciesTest {
    /** Roots of documents of their own, and what stands in those; a policy document holds none of them. */
    private static final Set<String> OF_RESOLVERS =
            Set.of("http-data-source", "sql-data-source", "cosmosdb-data-source", "publish-event");

    @Test
    void everyNameOfAzureIsBuilt() {
        Set<String> missing = new TreeSet<>(AzurePolicies.names());
        PolicyReference.specs().stream().map(PolicySpec::name).forEach(missing::remove);

        assertThat(missing).as("not built").containsExactlyInAnyOrderElementsOf(OF_RESOLVERS);
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
