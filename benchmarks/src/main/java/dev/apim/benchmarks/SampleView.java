package dev.apim.benchmarks;

import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.Deployment;
import dev.apim.model.Group;
import dev.apim.model.Product;
import dev.apim.model.User;
import dev.apim.policy.GatewayView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration in which there are groups and nothing else. */
record SampleView(List<Group> memberships) implements GatewayView {
    @Override
    public String revision() {
        return "1";
    }

    @Override
    public Deployment deployment() {
        return Deployment.LOCAL;
    }

    @Override
    public Optional<Backend> backend(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return Optional.empty();
    }

    @Override
    public Map<String, Certificate> certificates() {
        return Map.of();
    }

    @Override
    public List<Api> apis(Product product) {
        return List.of();
    }

    @Override
    public List<Group> groups(Product product) {
        return List.of();
    }

    @Override
    public List<Group> groups(User user) {
        return memberships;
    }
}
