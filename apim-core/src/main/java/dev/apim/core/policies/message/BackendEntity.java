package dev.apim.core.policies.message;

import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.model.BackendProxy;
import dev.apim.policy.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a backend entity brings to a request that goes to it: credentials and the rules of the connection (Azure: backend). */
public final class BackendEntity {
    private BackendEntity() {}

    /**
     * Puts the entity's credentials over what the request holds.
     *
     * @return the URL with the entity's parameters
     */
    public static Url authorize(Backend backend, Headers headers, Url url) {
        for (Map.Entry<String, List<String>> field : backend.headers().entrySet()) {
            headers.remove(field.getKey());
            field.getValue().forEach(value -> headers.add(field.getKey(), value));
        }
        if (backend.authorization() != null) {
            headers.set("Authorization", backend.authorization());
        }
        if (backend.query().isEmpty()) {
            return url;
        }
        QueryParameters query = QueryParameters.parse(url.query());
        for (Map.Entry<String, List<String>> parameter : backend.query().entrySet()) {
            query = query.without(parameter.getKey());
            for (String value : parameter.getValue()) {
                query = query.with(parameter.getKey(), value);
            }
        }
        return url.withQuery(query.toString());
    }

    /**
     * How to connect to it.
     *
     * @param workspace whose certificates it names; {@code null} for the service's
     * @param rule what its address must obey
     */
    public static ConnectionOptions options(
            Backend backend, @Nullable String workspace, AddressRule rule, Exchange exchange) {
        return options(backend, backend.certificateIds(), workspace, rule, exchange);
    }

    /** The same with the first of these certificates that is there in place of the entity's. */
    public static ConnectionOptions options(
            Backend backend,
            List<String> certificateIds,
            @Nullable String workspace,
            AddressRule rule,
            Exchange exchange) {
        return new ConnectionOptions(
                backend.validateCertificateChain(),
                backend.validateCertificateName(),
                certificate(certificateIds, workspace, exchange),
                rule,
                proxy(backend));
    }

    private static ConnectionOptions.@Nullable Proxy proxy(Backend backend) {
        BackendProxy proxy = backend.proxy();
        if (proxy == null) {
            return null;
        }
        Url address = Url.parse(proxy.url());
        String user = proxy.username();
        String password = proxy.password();
        return new ConnectionOptions.Proxy(
                address.host(), address.port(), user, user == null ? null : Objects.requireNonNullElse(password, ""));
    }

    private static @Nullable ClientCertificate certificate(
            List<String> certificateIds, @Nullable String workspace, Exchange exchange) {
        for (String id : certificateIds) {
            ClientCertificate found = exchange.gateway()
                    .certificate(workspace, id)
                    .map(c -> new ClientCertificate(c.thumbprint(), c.pkcs12(), c.password()))
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
