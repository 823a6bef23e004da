package dev.apim.core.policies.access;

import dev.apim.http.Url;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where this process gets tokens of its own identity, as Azure's hosts tell it in environment variables. Immutable; shows no secret.
 *
 * <pre>{@code
 * IdentityEnvironment.read(System::getenv)
 * }</pre>
 *
 * @param appService the endpoint of App Service and its kin, if there is one (variables {@code IDENTITY_ENDPOINT} and {@code
 *     IDENTITY_HEADER})
 * @param workload what a cluster gives to a workload, if it does ({@code AZURE_FEDERATED_TOKEN_FILE}, {@code AZURE_CLIENT_ID},
 *     {@code AZURE_TENANT_ID}, {@code AZURE_AUTHORITY_HOST})
 * @param imds the metadata service of virtual machines, asked where there is neither
 */
public record IdentityEnvironment(Optional<AppService> appService, Optional<Workload> workload, Url imds) {
    private static final String IMDS = "http://169.254.169.254";

    /**
     * The endpoint of App Service.
     *
     * @param endpoint of it
     * @param header the secret that it wants in {@code X-IDENTITY-HEADER}
     */
    public record AppService(Url endpoint, String header) {
        @Override
        public String toString() {
            return "AppService[" + endpoint.authority() + "]";
        }
    }

    /**
     * An identity that another one, in a file, stands for.
     *
     * @param authority that makes tokens
     * @param tenant of the identity
     * @param clientId of the identity
     * @param tokenFile whose content changes from time to time
     */
    public record Workload(Url authority, String tenant, String clientId, Path tokenFile) {}

    /**
     * Reads the variables.
     *
     * @param variables by name; {@code null} for one that is not set
     * @throws IllegalArgumentException when one that should be a URL is none
     */
    public static IdentityEnvironment read(Function<String, @Nullable String> variables) {
        Function<String, String> get = name -> {
            String value = variables.apply(name);
            return value == null ? "" : value.strip();
        };
        String endpoint = get.apply("IDENTITY_ENDPOINT");
        String header = get.apply("IDENTITY_HEADER");
        String file = get.apply("AZURE_FEDERATED_TOKEN_FILE");
        String client = get.apply("AZURE_CLIENT_ID");
        String tenant = get.apply("AZURE_TENANT_ID");
        String authority = get.apply("AZURE_AUTHORITY_HOST");
        String imds = get.apply("AZURE_POD_IDENTITY_AUTHORITY_HOST");
        boolean workload = !file.isEmpty() && !client.isEmpty() && !tenant.isEmpty();
        return new IdentityEnvironment(
                endpoint.isEmpty() || header.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AppService(Url.parse(endpoint), header)),
                workload
                        ? Optional.of(new Workload(
                                Url.parse(authority.isEmpty() ? "https://login.microsoftonline.com" : authority),
                                tenant,
                                client,
                                Path.of(file)))
                        : Optional.empty(),
                Url.parse(imds.isEmpty() ? IMDS : imds));
    }
}
