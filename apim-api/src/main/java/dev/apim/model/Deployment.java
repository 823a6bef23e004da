package dev.apim.model;

/**
 * The gateway that serves (Azure: {@code context.Deployment}).
 *
 * @param serviceId of the service
 * @param serviceName of the service
 * @param region where it runs
 * @param gatewayId {@code managed} in the cloud
 * @param gatewayInstanceId of this process
 * @param managed whether the cloud runs it
 */
public record Deployment(
        String serviceId,
        String serviceName,
        String region,
        String gatewayId,
        String gatewayInstanceId,
        boolean managed) {
    /** One that nobody described. */
    public static final Deployment LOCAL = new Deployment("local", "local", "local", "local", "local", false);
}
