package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The host's own endpoints behind the gateway, in one container. */
class ApimFilterTest {
    @SuppressWarnings("NullAway.Init") // each test makes its own
    private JettyHost host;

    private static HttpServlet servlet(Work work) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                work.answer(request, response);
            }
        };
    }

    private interface Work {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private JettyHost orders(String policy, Work work) {
        host = new JettyHost(
                        a -> a.api(
                                "orders",
                                api -> api.path("orders")
                                        .open()
                                        .allOperations()
                                        .inline()
                                        .policy(policy)),
                        ServletOptions.DEFAULT.withRedispatch())
                .servlet("/orders/*", servlet(work))
                .start();
        return host;
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private static String policy(String inbound, String outbound) {
        return "<policies><inbound><base/>" + inbound + "</inbound><backend><base/></backend><outbound><base/>"
                + outbound + "</outbound><on-error><base/></on-error></policies>";
    }

    @Test
    void theHostAnswersWithWhatPoliciesAdd() throws Exception {
        orders(
                policy(
                        "<set-header name='X-In'><value>yes</value></set-header>",
                        "<set-header name='X-Out'><value>1</value></set-header>"
                                + "<set-header name='X-Host' exists-action='delete'/>"),
                (request, response) -> {
                    response.setHeader("X-Host", "secret");
                    response.setContentType("text/plain");
                    response.getWriter().write("in=" + request.getHeader("X-In") + " uri=" + request.getRequestURI());
                });

        HttpResponse<String> answer = host.get("/orders/1?a=b");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("in=yes uri=/shop/orders/1");
        assertThat(answer.headers().firstValue("X-Out")).contains("1");
        assertThat(answer.headers().firstValue("X-Host")).isEmpty();
    }

    @Test
    void aMissingKeyIsRefusedBeforeTheHostIsAsked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        host = new JettyHost(a -> a.api(
                                "orders",
                                api -> api.path("orders").allOperations().inline())
                        .subscription("acme", s -> s.allApis().key("k1")))
                .servlet("/orders/*", servlet((request, response) -> asked.incrementAndGet()))
                .start();

        assertThat(host.get("/orders/1").statusCode()).isEqualTo(401);
        assertThat(asked).hasValue(0);
        assertThat(host.get("/orders/1", "Ocp-Apim-Subscription-Key", "k1").statusCode())
                .isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPolicyThatReadsTheResponseGetsAllOfIt() throws Exception {
        orders(
                policy("", "<set-body>@(context.Response.Body.As<string>().Length.ToString())</set-body>"),
                (request, response) -> {
                    for (int i = 0; i < 1000; i++) {
                        response.getOutputStream().print("0123456789".repeat(10));
                    }
                });

        assertThat(host.get("/orders/1").body()).isEqualTo("100000");
    }

    @Test
    void aPolicyThatReadsTheRequestLeavesItToTheHost() throws Exception {
        orders(
                policy(
                        "<set-header name='X-Length'><value>@(context.Request.Body.As<string>(preserveContent: true).Length.ToString())</value></set-header>",
                        ""),
                (request, response) -> {
                    response.setContentType("text/plain;charset=UTF-8");
                    response.getWriter()
                            .write(request.getHeader("X-Length") + " " + request.getParameter("a") + " "
                                    + request.getParameter("b"));
                });

        assertThat(host.post("/orders/1?a=1", "application/x-www-form-urlencoded", "a=2&b=%C3%A4")
                        .body())
                .isEqualTo("12 1 \u00e4");
    }

    @Test
    void aHostMayAnswerLater() throws Exception {
        orders(policy("", "<set-header name='X-Out'><value>1</value></set-header>"), (request, response) -> {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                try {
                    async.getResponse().getWriter().write("later");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                async.complete();
            });
        });

        HttpResponse<String> answer = host.get("/orders/1");

        assertThat(answer.body()).isEqualTo("later");
        assertThat(answer.headers().firstValue("X-Out")).contains("1");
    }

    @Test
    void theHostsErrorPageIsTheHosts() throws Exception {
        orders(
                policy(
                        "",
                        "<set-header name='X-Out'><value>@(context.Response.StatusCode.ToString())</value></set-header>"),
                (request, response) -> response.sendError(418, "teapot"));

        HttpResponse<String> answer = host.get("/orders/1");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).contains("teapot");
        assertThat(answer.headers().firstValue("X-Out")).contains("418");
    }

    @Test
    void everyAttemptPassesTheHostsSecurity() throws Exception {
        List<String> seen = new ArrayList<>();
        AtomicInteger attempts = new AtomicInteger();
        Filter security = (request, response, chain) -> {
            seen.add(((HttpServletRequest) request).getRequestURI());
            chain.doFilter(request, response);
        };
        host = new JettyHost(
                        a -> a.api(
                                "orders",
                                api -> api.path("orders")
                                        .open()
                                        .allOperations()
                                        .inline()
                                        .policy(
                                                "<policies><inbound><base/><rewrite-uri template='/moved'/></inbound><backend>"
                                                        + "<retry condition='@(context.Response.StatusCode == 503)' count='3' interval='0'>"
                                                        + "<forward-request/></retry></backend><outbound><base/></outbound></policies>")),
                        ServletOptions.DEFAULT.withRedispatch())
                .filter(security, DispatcherType.REQUEST, DispatcherType.FORWARD)
                .servlet("/orders/*", servlet((request, response) -> {
                    response.setStatus(attempts.incrementAndGet() < 3 ? 503 : 200);
                    response.getWriter().write("attempt " + attempts + " " + request.getPathInfo());
                }))
                .start();

        HttpResponse<String> answer = host.get("/orders/1");

        assertThat(answer.body()).isEqualTo("attempt 3 /moved");
        assertThat(seen).hasSize(3).allMatch(uri -> uri.equals("/shop/orders/moved"));
    }

    @Test
    void pathsOfNoApiAreTheHostsAlone() throws Exception {
        host = new JettyHost(a -> a.api(
                        "orders", api -> api.path("orders").allOperations().inline()))
                .servlet(
                        "/other/*",
                        servlet((request, response) ->
                                response.getWriter().write(request.getClass().getName())))
                .start();

        assertThat(host.get("/other/a%2fb;x=1").statusCode()).isIn(200, 400);
        assertThat(host.get("/other/a").body()).doesNotContain("dev.apim");
    }

    @Test
    void theHostLearnsWhoCalls() throws Exception {
        host = new JettyHost(a -> a.api(
                                "orders",
                                api -> api.path("orders").allOperations().inline())
                        .product(
                                "starter",
                                p -> p.apis("orders").policy(policy("<set-variable name='tier' value='gold'/>", "")))
                        .user("ann", "ann@example.com", "Ann", "Lee")
                        .subscription(
                                "acme", s -> s.product("starter").owner("ann").key("k1")))
                .servlet("/orders/*", servlet((request, response) -> {
                    ApimContext context = ApimContext.of(request);
                    response.getWriter()
                            .write(context.subscription().orElseThrow().id() + " "
                                    + context.product().orElseThrow().id() + " "
                                    + context.user().orElseThrow().firstName() + " "
                                    + context.operation().orElseThrow().method() + " "
                                    + context.variables().get("tier"));
                }))
                .servlet(
                        "/other",
                        servlet((request, response) -> response.getWriter()
                                .write("" + ApimContext.of(request).isManaged())))
                .start();

        assertThat(host.get("/orders/1", "Ocp-Apim-Subscription-Key", "k1").body())
                .isEqualTo("acme starter Ann GET gold");
        assertThat(host.get("/other").body()).isEqualTo("false");
    }

    @Test
    void whatNeedsAReDispatchIsRefusedWhereThereIsNone() throws Exception {
        host = new JettyHost(
                a -> a.api("orders", api -> api.path("orders").allOperations().inline()));

        assertThatThrownBy(() -> host.apim.update(
                        a -> a.api("orders", api -> api.policy(policy("<rewrite-uri template='/moved'/>", "")))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rewrite-uri changes the path of requests that the host handles itself");
        assertThatThrownBy(() -> new JettyHost(a -> a.api(
                        "orders",
                        api -> api.path("orders")
                                .inline()
                                .policy("<policies><backend><retry condition='@(true)' count='2' interval='1'>"
                                        + "<forward-request/></retry></backend></policies>"))))
                .hasMessageContaining("a second attempt would have to call the host once more");
    }

    @Test
    void aSecondForwardIsRefusedUnlessOnlyOneOfTheTwoCanRun() throws Exception {
        String either = "<choose><when condition='@(context.Request.Method == \"GET\")'><forward-request/></when>"
                + "<otherwise><forward-request timeout='5'/></otherwise></choose>";
        host = new JettyHost(a -> a.api(
                "orders", api -> api.path("orders").allOperations().inline().policy(backend(either))));

        assertThatThrownBy(() -> host.apim.update(
                        a -> a.api("orders", api -> api.policy(backend(either + "<forward-request/>")))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a second forward-request would have to call the host once more");
    }

    private static String backend(String statements) {
        return "<policies><backend>" + statements + "</backend></policies>";
    }

    @Test
    void whereTheHostSendsARequestOfItsOwnIsTheHostsBusiness() throws Exception {
        host = new JettyHost(a -> a.api(
                        "orders", api -> api.path("orders").allOperations().inline()))
                .servlet(
                        "/orders/*",
                        servlet((request, response) -> response.getWriter().write("reached")))
                .servlet(
                        "/start",
                        servlet((request, response) -> request.startAsync().dispatch("/orders/1")))
                .start();

        assertThat(host.get("/start").body()).isEqualTo("reached");
        assertThat(host.get("/orders/1").statusCode()).isEqualTo(401);
    }
}
