package dev.apim.runner.golden;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.testkit.TestGateway;
import java.util.List;

/** What was said of a configuration when it was loaded. */
record Loaded(TestGateway gateway, List<Issue> issues) {
    static Loaded of(TestGateway gateway) {
        try {
            return new Loaded(gateway, gateway.start().warnings());
        } catch (ConfigurationException refused) {
            return new Loaded(gateway, refused.issues());
        }
    }

    List<String> errors() {
        return issues.stream().filter(Issue::isError).map(Issue::toString).toList();
    }

    boolean mentions(String text) {
        return issues.stream().anyMatch(i -> i.message().contains(text));
    }
}
