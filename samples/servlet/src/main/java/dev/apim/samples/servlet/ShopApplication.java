package dev.apim.samples.servlet;

import dev.apim.core.Apim;
import dev.apim.servlet.ApimFilter;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** A shop in an embedded Jetty: its orders need a key and have a limit, everything else is as it was. */
public final class ShopApplication {
    private ShopApplication() {}

    /** The gateway: one API that the shop handles itself, one product with a limit, one subscription. */
    static Apim gateway(String key) {
        return Apim.create(a -> a.api(
                        "orders",
                        api -> api.path("orders")
                                .openApi(Apim.resource("orders.yaml"))
                                .inline())
                .product("starter", product -> product.apis("orders").policy("""
                        <policies>
                            <inbound>
                                <base />
                                <rate-limit calls="5" renewal-period="10" />
                            </inbound>
                            <outbound>
                                <base />
                                <set-header name="X-Gateway"><value>apim</value></set-header>
                            </outbound>
                        </policies>
                        """))
                .subscription(
                        "acme", subscription -> subscription.product("starter").key(key)));
    }

    /** The shop, with the gateway first in the chain. */
    static Server server(int port, Apim apim) {
        Server server = new Server(port);
        ServletContextHandler shop = new ServletContextHandler();
        shop.addServlet(new ServletHolder(new OrdersServlet()), "/orders/*");
        shop.addServletContainerInitializer((classes, context) -> ApimFilter.register(context, apim));
        server.setHandler(shop);
        return server;
    }

    /** Serves on port 8080, or that of the first argument, until the process ends; prints what to try. */
    public static void main(String[] args) throws Exception {
        int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
        try (Apim apim = gateway(Apim.secret("SHOP_KEY"))) {
            Server server = server(port, apim);
            server.start();
            System.out.println(
                    "Try: curl -i http://127.0.0.1:" + port + "/orders -H \"Ocp-Apim-Subscription-Key: $SHOP_KEY\"");
            server.join();
        }
    }
}
