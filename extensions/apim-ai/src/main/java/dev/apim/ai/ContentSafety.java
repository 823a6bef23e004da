package dev.apim.ai;

import dev.apim.core.policies.message.ResponseWatch;
import dev.apim.http.BytesBody;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Section;

/**
 * Has the texts of a call checked: the prompt where it stands in inbound, and the answer too if that is asked for; the answer where it
 * stands in outbound. What is found is refused with 403, or ends the stream that it comes in; what cannot be checked does not pass.
 */
record ContentSafety(
        Section section,
        Expression<Boolean> shield,
        Expression<Boolean> completions,
        TextWindows.Sizes sizes,
        SafetyService service)
        implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        SafetyService.Asked asked = service.asked(exchange);
        if (asked == null) {
            return service.unavailable("its backend does not exist or is a pool; name a single backend");
        }
        if (section == Section.OUTBOUND) {
            return answered(exchange, asked, sizes.evaluate(exchange));
        }
        BytesBody bytes = exchange.request().body().inMemory();
        ModelRequest request = ModelRequest.parse(
                bytes == null ? new byte[0] : bytes.bytes(),
                exchange.originalUrl().path());
        if (!request.unread().isBlank()) {
            String message = "The request is no JSON object whose text can be checked.";
            return Outcome.fail(PolicyFailure.of(400, "ContentSafetyFailure", message));
        }
        if (Boolean.TRUE.equals(completions.evaluate(exchange))) {
            // An answer that comes compressed could not be looked at.
            exchange.request().headers().remove("Accept-Encoding");
            TextWindows windows = sizes.evaluate(exchange);
            ResponseWatch.add(exchange, e -> answered(e, asked, windows));
        }
        String text = PromptText.of(request);
        return Boolean.TRUE.equals(shield.evaluate(exchange))
                ? service.shield(
                        exchange, asked, text, e -> service.analyze(e, asked, TextWindows.WHOLE, text, "Request"))
                : service.analyze(exchange, asked, TextWindows.WHOLE, text, "Request");
    }

    private Outcome answered(Exchange exchange, SafetyService.Asked asked, TextWindows windows) {
        if (exchange.response().status() >= 300 || !asked.analyzes()) {
            return Outcome.next();
        }
        ResponseMessage response = exchange.response();
        boolean streams = TokenTally.isStream(response.headers())
                && response.body().buffered() == null
                && !response.headers().contains("Content-Encoding");
        if (streams) {
            response.headers().remove("Content-Length");
            response.body()
                    .replace(new GuardedStream(
                            response.body().take(),
                            exchange,
                            windows,
                            (e, text) -> service.analyze(e, asked, windows, text, "Response")));
            return Outcome.next();
        }
        return WholeAnswer.read(exchange, (e, text) -> service.analyze(e, asked, windows, text, "Response"));
    }

    @Override
    public String toString() {
        return "llm-content-safety " + service + " shield-prompt=" + shield;
    }
}
