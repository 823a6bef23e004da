package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.apim.ConfigurationException;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A hundred secrets are planted; none may be seen where people read. */
class SecretsTest {
    private final List<String> canaries = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();

    @Test
    @DisplayName(
            "rows 2, 3: of a hundred planted secrets none shows in traces, error bodies, issues, log lines or texts of objects")
    void plantedSecretsNeverShow() {
        Logger root = (Logger) LoggerFactory.getLogger("dev.apim");
        Logger run = (Logger) LoggerFactory.getLogger("dev.apim.core.pipeline.Run");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setAdditive(false);
        root.setLevel(Level.TRACE);
        run.setLevel(Level.TRACE);
        try {
            scenario();
        } finally {
            root.detachAppender(lines);
            root.setLevel(null);
            root.setAdditive(true);
            run.setLevel(Level.OFF);
        }
        for (ILoggingEvent line : lines.list) {
            see(line.getFormattedMessage());
            if (line.getThrowableProxy() != null) {
                see(ThrowableProxyUtil.asString(line.getThrowableProxy()));
            }
        }
        assertThat(lines.list).as("something was logged").isNotEmpty();
        assertThat(canaries).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        assertThat(canaries.stream().filter(c -> seen.indexOf(c) >= 0)).isEmpty();
    }

    private void scenario() {
        TestGateway gateway = TestGateway.create().policyType(shown());
        StringBuilder uses = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            gateway.namedValue("secret" + i, canary(), true);
            uses.append("<set-header name=\"X-S")
                    .append(i)
                    .append("\"><value>prefix {{secret")
                    .append(i)
                    .append("}}</value></set-header><set-variable name=\"v")
                    .append(i)
                    .append("\" value=\"{{secret")
                    .append(i)
                    .append("}}\"/><set-query-parameter name=\"q")
                    .append(i)
                    .append("\"><value>{{secret")
                    .append(i)
                    .append("}}</value></set-query-parameter>");
        }
        for (int i = 0; i < 20; i++) {
            gateway.put(
                    "/subscriptions/s" + i,
                    "{\"displayName\":\"s\",\"scope\":\"/apis/a\",\"state\":\"" + (i % 2 == 0 ? "active" : "suspended")
                            + "\",\"primaryKey\":\"" + canary() + "\",\"secondaryKey\":\"" + canary() + "\"}");
        }
        backends(gateway);
        gateway.api("a", "a", "GET /x", "GET /broken", "GET /failing");
        gateway.put(
                "/apis/a",
                gateway.properties("/apis/a")
                        .replace("\"subscriptionRequired\":false", "\"subscriptionRequired\":true"));
        gateway.policy(
                "/apis/a",
                "<policies expressions=\"el\"><inbound><base/><shown/>" + uses
                        + "<trace source=\"t\" severity=\"error\"><message>said {{secret0}}</message></trace>"
                        + "<set-backend-service backend-id=\"b0\"/><shown/></inbound>"
                        + "<outbound><base/><shown/></outbound><on-error><base/><shown/></on-error></policies>");
        gateway.policy("/apis/a/operations/op2", "<policies><inbound><base/><broken-policy/></inbound></policies>");
        gateway.policyType(new Shown("broken-policy", (exchange, said) -> {
            throw new IllegalStateException("broke over " + exchange.variables().get("v1"));
        }));
        gateway.policy(
                "/apis/a/operations/op3",
                "<policies expressions=\"el\"><inbound><base/><set-variable name=\"n\" value=\"${context.Variables['{{secret2}}'] + 1}\"/>"
                        + "</inbound></policies>");
        gateway.start();
        gateway.warnings().forEach(issue -> see(issue.toString() + issue.excerpt()));
        gateway.backends()
                .when(
                        "backend",
                        request -> new HttpResponse(
                                200,
                                "",
                                Headers.of("Set-Cookie", "session=" + canaries.get(canaries.size() - 1)),
                                dev.apim.http.Body.empty()));
        requests(gateway);
        mistakes(gateway);
        see(String.valueOf(gateway.gateway().snapshot()));
        see(String.valueOf(Objects.requireNonNull(gateway.gateway().snapshot()).configuration()));
        see(gateway.gateway().snapshot().configuration().subscriptions().toString());
        see(gateway.gateway().snapshot().configuration().namedValues().toString());
        see(gateway.gateway().snapshot().configuration().backends().toString());
        gateway.backends().received().forEach(received -> see(received.request().toString()));
    }

    private void backends(TestGateway gateway) {
        for (int i = 0; i < 5; i++) {
            gateway.put(
                    "/backends/b" + i,
                    "{\"url\":\"http://backend" + i
                            + ".test\",\"protocol\":\"http\",\"credentials\":{\"authorization\":{\"scheme\":\"Bearer\","
                            + "\"parameter\":\"" + canary() + "\"},\"header\":{\"X-Backend-Key\":[\"" + canary()
                            + "\"]},\"query\":{\"code\":[\"" + canary() + "\"]}}}");
        }
    }

    private void requests(TestGateway gateway) {
        String active = key(0);
        String suspended = key(2);
        for (String path : List.of("/a/x", "/a/broken", "/a/failing", "/a/none", "/nowhere", "/a/%zz")) {
            String cookie = canary();
            String token = canary();
            for (String key : List.of(active, suspended, canary())) {
                read(gateway.get(
                        path + "?api_key=" + canary(),
                        "Ocp-Apim-Subscription-Key",
                        key,
                        "Authorization",
                        "Bearer " + token,
                        "Cookie",
                        "c=" + cookie));
                read(gateway.get(path + "?a=1&subscription-key=" + key, "Proxy-Authorization", "Basic " + token));
                read(gateway.get(path + "?a=1&Subscription%2Dkey=" + key, "X-Api-Key", token));
            }
        }
    }

    private String key(int index) {
        return canaries.get(30 + index);
    }

    private void mistakes(TestGateway gateway) {
        for (String mistake : List.of(
                "<policies><inbound><no-such a=\"{{secret1}}\"/></inbound></policies>",
                "<policies><inbound><set-status code=\"{{secret3}}\"/></inbound></policies>",
                "<policies><inbound><set-header name=\"{{secret4}}\" exists-action=\"{{secret5}}\"/></inbound></policies>",
                "<policies expressions=\"el\"><inbound><set-variable name=\"a\" value=\"${{{secret6}} + (}\"/></inbound></policies>",
                "<policies><inbound><rewrite-uri template=\"/{{secret7}}/{\"/></inbound></policies>",
                "<policies><inbound><set-backend-service backend-id=\"{{secret8}}\"/></inbound></policies>",
                "<policies><inbound><include-fragment fragment-id=\"{{secret9}}\"/></inbound></policies>")) {
            gateway.policy("/apis/a", mistake);
            ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, gateway::update);
            if (refused != null) {
                see(refused.toString());
                refused.issues().forEach(issue -> see(issue.toString() + issue.excerpt()));
            } else {
                gateway.warnings().forEach(issue -> see(issue.toString() + issue.excerpt()));
            }
        }
    }

    private void read(TestCall call) {
        if (call.status() >= 300) {
            see(call.text());
            see(call.headers().toString());
        }
        call.trace().steps().forEach(step -> see(step.toString()));
        see(String.valueOf(call.aborted()));
    }

    private String canary() {
        String canary = "cnry" + Integer.toHexString(0x5eed0000 + canaries.size() * 7919) + "x" + canaries.size() + "z";
        canaries.add(canary);
        return canary;
    }

    private void see(String text) {
        seen.append(text).append('\n');
    }

    private PolicyType shown() {
        return new Shown("shown", (exchange, said) -> {
            see(exchange.toString());
            see(exchange.received().toString());
            see(exchange.request().toString());
            see(exchange.request().headers().toString());
            see(exchange.response().toString());
            see(exchange.gateway().toString());
            see(String.valueOf(exchange.subscription()));
            see(String.valueOf(exchange.lastError()).replaceAll("^null$", ""));
        });
    }

    /** A policy of this test. */
    private record Shown(String name, java.util.function.BiConsumer<Exchange, String> work) implements PolicyType {
        @Override
        public PolicySpec spec() {
            return PolicySpec.of(name, "Shows what there is.");
        }

        @Override
        public Policy compile(PolicyElement element, CompileContext context) {
            return exchange -> {
                work.accept(exchange, name);
                return Outcome.next();
            };
        }
    }

    @Test
    @DisplayName("row 1: keys are found by digest and settled by MessageDigest.isEqual")
    void keysAreComparedInConstantTime() throws IOException {
        try (InputStream in = dev.apim.core.Gateway.class.getResourceAsStream("subscription/SubscriptionIndex.class")) {
            String code = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(code).contains("java/security/MessageDigest", "isEqual");
        }
    }

    @Test
    @DisplayName("row 3: an exception of a policy is logged without what it worked with")
    void exceptionsAreLoggedWithoutSecrets() {
        plantedSecretsNeverShow();
        assertThat(seen.toString()).contains("a policy broke").contains("{{secret1}}");
    }
}
