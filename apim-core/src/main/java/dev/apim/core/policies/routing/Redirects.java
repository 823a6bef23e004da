package dev.apim.core.policies.routing;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.Bodies;
import dev.apim.http.HttpResponse;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import org.jspecify.annotations.Nullable;

/** Follows the redirects of one forwarded request, at most three. It lives as long as that request. */
final class Redirects implements Outcome.Resumption<HttpResponse> {
    private static final int MOST = 3;

    private final ForwardStep step;
    private final BackendClient client;
    private final AddressRule computed;
    private BackendRequest sent;
    private int followed;

    Redirects(ForwardStep step, BackendClient client, BackendRequest sent, AddressRule computed) {
        this.step = step;
        this.client = client;
        this.sent = sent;
        this.computed = computed;
    }

    @Override
    public Outcome resume(Exchange exchange, @Nullable HttpResponse response, @Nullable Throwable failure) {
        String location = response == null || !isRedirect(response.status())
                ? null
                : response.headers().get("Location");
        if (response == null || location == null) {
            return step.resume(exchange, response, failure);
        }
        try {
            Redirect redirect = new Redirect(sent, response.status(), Redirect.resolve(sent.url(), location));
            return redirect.isDowngrade() ? step.accept(exchange, response) : follow(exchange, response, redirect);
        } catch (IllegalArgumentException e) {
            Bodies.discard(response.body());
            return Outcome.fail(BackendFailure.malformed(
                    "The backend redirects to what is no http or https URL without user information."));
        }
    }

    private Outcome follow(Exchange exchange, HttpResponse response, Redirect redirect) {
        Bodies.discard(response.body());
        Url target = redirect.target();
        if (followed == MOST) {
            return Outcome.fail(PolicyFailure.internal(
                    BackendFailure.CONNECTION,
                    "The backend redirects more than " + MOST + " times, last to " + target.authority() + "."));
        }
        if (redirect.keepsBody() && !sent.body().isRepeatable()) {
            return Outcome.fail(PolicyFailure.internal(
                    BackendFailure.BODY_GONE,
                    "The backend redirects a request whose body was sent and not kept; set buffer-request-body=\"true\""
                            + " on forward-request."));
        }
        followed++;
        if (exchange.tracing()) {
            exchange.trace("follows a redirect (" + response.status() + ") to " + target.authority());
        }
        sent = redirect.request(exchange, computed);
        BackendCall call = client.send(sent);
        return Outcome.suspend(call.response(), this, call);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
