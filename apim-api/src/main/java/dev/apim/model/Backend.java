package dev.apim.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place requests go to (Azure: {@code backend}). {@code toString} leaves credentials and the URL out, which may hold secret named values.
 *
 * @param id resource name
 * @param url absolute; empty for a pool; {@code fabric:/…} for a service of a cluster
 * @param protocol {@code http} or {@code soap}
 * @param type {@code Single} or {@code Pool}
 * @param title or empty
 * @param description or empty
 * @param headers fields added to every request, by name
 * @param query parameters added to every request, by name
 * @param authorization value of the {@code Authorization} field, if one is set
 * @param certificateIds of client certificates, by resource name
 * @param validateCertificateChain whether its certificate must chain to a trusted root
 * @param validateCertificateName whether it must be issued for the host
 * @param serviceFabric the cluster that knows its address, where {@code url} is the name of a service
 * @param proxy between the gateway and it, if there is one
 * @param members of a pool, those of lower priority numbers first; empty for a single backend
 * @param circuitBreaker when it gets no requests for a while; empty for never
 */
public record Backend(
        String id,
        String url,
        String protocol,
        String type,
        String title,
        String description,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        @Nullable String authorization,
        List<String> certificateIds,
        boolean validateCertificateChain,
        boolean validateCertificateName,
        @Nullable ServiceFabricCluster serviceFabric,
        @Nullable BackendProxy proxy,
        List<PoolMember> members,
        List<CircuitBreakerRule> circuitBreaker) {
    /** Whether it is a pool of others. */
    public boolean isPool() {
        return type.equals("Pool");
    }

    @Override
    public String toString() {
        return "Backend[" + id + ", " + type + "]";
    }
}
