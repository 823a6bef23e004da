package dev.apim.core.policies;

import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.Deployment;
import dev.apim.model.Group;
import dev.apim.model.Product;
import dev.apim.model.Schema;
import dev.apim.model.User;
import dev.apim.policy.GatewayView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration of a few backends, certificates and schemas. */
public final class FakeGateway implements GatewayView {
    public final Map<String, Certificate> certificates = new HashMap<>();
    public final Map<String, Schema> schemas = new HashMap<>();
    private final Map<String, Backend> backends;

    FakeGateway(Map<String, Backend> backends) {
        this.backends = backends;
    }

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
        return Optional.ofNullable(backends.get(id));
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return Optional.ofNullable(certificates.get(id));
    }

    @Override
    public Map<String, Certificate> certificates() {
        return certificates;
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
        return List.of();
    }

    @Override
    public Optional<Schema> schema(Api api, String schemaId) {
        return Optional.ofNullable(schemas.get(schemaId));
    }
}
