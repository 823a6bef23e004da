package dev.apim.core.pipeline;

import dev.apim.policy.Exchange;
import dev.apim.policy.Policy;

/**
 * A policy that answers CORS preflight requests, ahead of authorization and in place of all other policies (Azure: cors). The engine
 * asks those that stand directly in the effective inbound section, in order, until one has answered.
 */
public interface PreflightPolicy extends Policy {
    /**
     * Answers a preflight: puts a response into the exchange, or declines so that the next one is asked. Must not suspend.
     *
     * @return whether it answered
     */
    boolean answerPreflight(Exchange exchange);
}
