package dev.apim.core.policies.routing;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.integration.ServiceCall;
import dev.apim.core.policies.message.BackendEntity;
import dev.apim.core.policies.message.PathText;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Backend;
import dev.apim.model.ServiceFabricCluster;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of Service Fabric services, asked of their clusters' naming services (Service Fabric REST: Resolve Partition) and
 * remembered until they turn out stale. Thread-safe.
 */
final class FabricNames {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int ANSWER_LIMIT = 1024 * 1024;
    private static final int MOST = 10_000;

    private final Map<Question, FabricAddress> known = new ConcurrentHashMap<>();

    /** What is asked: a partition of a service, of the cluster of a backend entity. */
    record Question(
            Backend backend,
            @Nullable String workspace,
            String service,
            @Nullable String partitionKey) {}

    /** Goes on with an address. */
    interface Found {
        Outcome go(Exchange exchange, FabricAddress address);
    }

    /** The address as it is remembered, or, where it is not or {@code anew} is asked for, as the cluster tells. */
    Outcome resolve(Exchange exchange, Question question, boolean anew, PolicyServices services, Found found) {
        FabricAddress before = known.get(question);
        if (before != null && !anew) {
            return found.go(exchange, before);
        }
        ServiceFabricCluster cluster = question.backend().serviceFabric();
        List<String> endpoints = cluster == null ? List.of() : cluster.managementEndpoints();
        int attempts = endpoints.size() * (cluster == null ? 0 : cluster.maxPartitionResolutionRetries() + 1);
        return new Asking(question, before == null ? "" : before.version(), endpoints, attempts, services, found)
                .ask(exchange, 0);
    }

    private final class Asking {
        private final Question question;
        private final String version;
        private final List<String> endpoints;
        private final int attempts;
        private final PolicyServices services;
        private final Found found;

        Asking(
                Question question,
                String version,
                List<String> endpoints,
                int attempts,
                PolicyServices services,
                Found found) {
            this.question = question;
            this.version = version;
            this.endpoints = endpoints;
            this.attempts = attempts;
            this.services = services;
            this.found = found;
        }

        Outcome ask(Exchange exchange, int attempt) {
            if (attempt >= attempts) {
                return Outcome.fail(PolicyFailure.internal(
                        "ServiceFabricResolutionFailure",
                        "The address of Service Fabric service '" + question.service() + "' could not be resolved."));
            }
            Url url;
            try {
                url = url(Url.parse(endpoints.get(attempt % endpoints.size())));
            } catch (IllegalArgumentException notHttp) {
                return ask(exchange, attempt + 1);
            }
            BackendRequest request = new BackendRequest(
                    "GET", url, new Headers(), Body.empty(), PATIENCE, Duration.ZERO, options(exchange));
            return ServiceCall.send(
                    exchange, services, request, ANSWER_LIMIT, (e, answer, failure) -> answered(e, answer, attempt));
        }

        private Outcome answered(Exchange exchange, @Nullable ResponseMessage answer, int attempt) {
            BytesBody body = answer == null || answer.status() != 200
                    ? null
                    : answer.body().buffered();
            FabricAddress address =
                    body == null ? null : FabricAddress.parse(body.bytes()).orElse(null);
            if (address == null) {
                return ask(exchange, attempt + 1);
            }
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(question, address);
            return found.go(exchange, address);
        }

        private ConnectionOptions options(Exchange exchange) {
            ServiceFabricCluster cluster = question.backend().serviceFabric();
            String certificate = cluster == null ? null : cluster.clientCertificateId();
            return BackendEntity.options(
                    question.backend(),
                    certificate == null ? question.backend().certificateIds() : List.of(certificate),
                    question.workspace(),
                    AddressRule.ANY,
                    exchange);
        }

        private Url url(Url endpoint) {
            String base = endpoint.path().endsWith("/")
                    ? endpoint.path().substring(0, endpoint.path().length() - 1)
                    : endpoint.path();
            String query = "api-version=6.0" + key()
                    + (version.isEmpty() ? "" : "&PreviousRspVersion=" + encoded(version)) + "&timeout="
                    + PATIENCE.toSeconds();
            return endpoint.withPath(base + "/Services/" + id() + "/$/ResolvePartition")
                    .withQuery(query);
        }

        /** The name without its scheme, its parts divided by tildes. */
        private String id() {
            String name = question.service().replaceFirst("(?i)^fabric:/*", "");
            StringBuilder id = new StringBuilder();
            for (String part : name.split("/", -1)) {
                id.append(id.isEmpty() ? "" : "~").append(PathText.segment(part));
            }
            return id.toString();
        }

        /** None, a whole number of 64 bits, or a name. */
        private String key() {
            String key = question.partitionKey();
            if (key == null || key.isEmpty()) {
                return "&PartitionKeyType=1";
            }
            boolean number = key.matches("-?\\d{1,19}");
            return "&PartitionKeyType=" + (number ? 2 : 3) + "&PartitionKeyValue=" + encoded(key);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
