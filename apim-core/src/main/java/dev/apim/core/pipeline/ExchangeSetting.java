package dev.apim.core.pipeline;

import dev.apim.http.ServerCall;
import dev.apim.policy.GatewayView;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an exchange from its beginning.
 *
 * @param call to answer
 * @param runtime of the gateway
 * @param gateway configuration in force
 * @param redactor of that configuration
 * @param trace to fill, if one is kept
 */
public record ExchangeSetting(
        ServerCall call,
        GatewayRuntime runtime,
        GatewayView gateway,
        Redactor redactor,
        @Nullable RequestTrace trace) {}
