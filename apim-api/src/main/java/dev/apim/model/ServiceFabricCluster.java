package dev.apim.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service Fabric cluster whose services are found by name (Azure: a backend's {@code serviceFabricCluster}).
 *
 * @param managementEndpoints absolute URLs of its naming service, asked in turn; at least one
 * @param maxPartitionResolutionRetries how often all of them are asked again when none answered, 0 or more
 * @param clientCertificateId of the certificate to show them, by resource name, if one is set
 */
public record ServiceFabricCluster(
        List<String> managementEndpoints,
        int maxPartitionResolutionRetries,
        @Nullable String clientCertificateId) {}
