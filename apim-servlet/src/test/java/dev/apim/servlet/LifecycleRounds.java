package dev.apim.servlet;

import dev.apim.core.Apim;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;

/** Gateways that are made, changed, asked for something of a backend, and closed. Run by an application's own class loader. */
public final class LifecycleRounds {
    private LifecycleRounds() {}

    /** So many rounds with the backend client that there is. */
    public static void run(int rounds, String backend) {
        for (int i = 0; i < rounds; i++) {
            round(i, backend);
        }
    }

    private static void round(int number, String backend) {
        try (Apim apim = Apim.create(a -> a.api(
                        "orders",
                        api -> api.path("orders")
                                .operation("GET /{id}")
                                .backend(backend)
                                .policy(policy("first")))
                .product("starter", product -> product.apis("orders"))
                .subscription(
                        "acme", subscription -> subscription.product("starter").key("acme-key")))) {
            apim.update(a -> a.api("orders", api -> api.policy(policy("second" + number))));
            HttpResponse answer = apim.evaluate(new HttpRequest(
                    "GET",
                    "http",
                    "shop.test",
                    "/orders/1",
                    "HTTP/1.1",
                    "127.0.0.1",
                    Headers.of("Host", "shop.test", "Ocp-Apim-Subscription-Key", "acme-key"),
                    Body.empty()));
            String step = answer.headers().get("X-Step");
            if (answer.status() != 200 || !("second" + number).equals(step)) {
                throw new AssertionError(answer.status() + ", X-Step " + step);
            }
        }
    }

    private static String policy(String step) {
        return "<policies><inbound><base/><rate-limit-by-key calls='5' renewal-period='60' counter-key='@(context.Subscription.Id)'/>"
                + "</inbound><outbound><base/><set-header name='X-Step'><value>@(\"" + step
                + "\")</value></set-header></outbound></policies>";
    }
}
