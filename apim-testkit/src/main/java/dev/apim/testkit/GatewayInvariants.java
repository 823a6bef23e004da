package dev.apim.testkit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JUnit extension that checks, after every test that did not fail by itself, that the gateways of the test left nothing behind; see
 * {@link TestGateway#verifyNothingIsLeft}.
 *
 * <pre>{@code
 * @RegisterExtension
 * final GatewayInvariants gateways = new GatewayInvariants();
 *
 * TestGateway gateway = gateways.watch(TestGateway.create().api("orders", "orders", "GET /{id}").start());
 * }</pre>
 */
public final class GatewayInvariants implements AfterEachCallback {
    private final List<TestGateway> watched = new ArrayList<>();

    /** Watches no gateway yet. */
    public GatewayInvariants() {}

    /** Checks this gateway, too. */
    public TestGateway watch(TestGateway gateway) {
        watched.add(gateway);
        return gateway;
    }

    /** Checks those watched so far, now, and forgets them. */
    public void check() {
        List<TestGateway> all = List.copyOf(watched);
        watched.clear();
        all.forEach(TestGateway::verifyNothingIsLeft);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            check();
        }
    }
}
