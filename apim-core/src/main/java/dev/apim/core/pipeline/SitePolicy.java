package dev.apim.core.pipeline;

import dev.apim.policy.Exchange;
import dev.apim.policy.Policy;

/**
 * A policy that answers for a path of the gateway itself where no operation does (Azure: cross-domain). The engine asks those that
 * stand directly in the effective inbound section, in order, until one has answered.
 */
public interface SitePolicy extends Policy {
    /**
     * Answers: puts a response into the exchange, or declines. Must not suspend.
     *
     * @return whether it answered
     */
    boolean answerSite(Exchange exchange);
}
