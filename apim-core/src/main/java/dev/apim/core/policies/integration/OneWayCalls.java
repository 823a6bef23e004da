package dev.apim.core.policies.integration;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.core.policies.message.Bodies;
import dev.apim.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls that nobody waits for: they outlive their exchange, but not their time, and there are only so many at once. Thread-safe. */
final class OneWayCalls {
    private static final Logger LOG = LoggerFactory.getLogger("dev.apim.policies.integration");

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    OneWayCalls(int most) {
        this.most = most;
    }

    /**
     * Sends a request.
     *
     * @return whether there was room for it
     */
    boolean send(BackendClient client, BackendRequest request, Time time) {
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            LOG.warn("{} is not sent: {} such calls are under way already", request, most);
            return false;
        }
        try {
            BackendCall call = client.send(request);
            Cancellable timer = time.schedule(request.timeout(), call::cancel);
            call.response().whenComplete((response, failure) -> ended(request, timer, response, failure));
        } catch (RuntimeException e) {
            underWay.decrementAndGet();
            throw e;
        }
        return true;
    }

    private void ended(
            BackendRequest request, Cancellable timer, @Nullable HttpResponse response, @Nullable Throwable failure) {
        timer.cancel();
        underWay.decrementAndGet();
        if (response != null) {
            Bodies.discard(response.body());
        } else if (LOG.isDebugEnabled()) {
            LOG.debug("{} failed, which its policy ignores: {}", request, String.valueOf(failure));
        }
    }
}
