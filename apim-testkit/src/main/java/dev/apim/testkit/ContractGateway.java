package dev.apim.testkit;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gateway whose only policy is under test. */
final class ContractGateway {
    /** Scopes whose documents it can write. */
    static final List<Scope> SCOPES = List.of(Scope.API, Scope.OPERATION, Scope.PRODUCT, Scope.GLOBAL);

    static final String SECRET = "5ecret-of-the-contract";
    private static final int REQUESTS = 200;
    private static final int LONGEST_WAIT = 600;

    private final TestGateway gateway;
    private final String element;
    private final List<Issue> issues = new ArrayList<>();
    private Function<String, Body> answers = Streamed::new;
    private boolean loaded;

    ContractGateway(TestGateway gateway, String element) {
        this.gateway = gateway;
        this.element = element;
    }

    /** Those of them that a policy belongs in. */
    static List<Scope> scopes(PolicySpec spec) {
        return SCOPES.stream().filter(spec.scopes()::contains).toList();
    }

    /** Puts the policy into a section of a document of a scope and loads it. */
    ContractGateway in(Section section, Scope scope) {
        gateway.namedValue("contract-secret", SECRET, true);
        gateway.api("contract", "contract", "POST /");
        if (scope == Scope.PRODUCT) {
            gateway.put(
                    "/products/contract",
                    "{\"displayName\":\"contract\",\"subscriptionRequired\":false,\"state\":\"published\"}");
            gateway.put("/products/contract/apis/contract", "{}");
        }
        gateway.policy(path(scope), document(section, scope));
        if (section == Section.ON_ERROR) {
            gateway.backends().fail("backend.test", BackendException.Kind.CONNECTION);
        } else {
            gateway.backends()
                    .when("backend.test", request -> new HttpResponse(200, "", new Headers(), answers.apply("answer")));
        }
        try {
            issues.addAll(gateway.start().warnings());
            loaded = true;
        } catch (ConfigurationException refused) {
            issues.addAll(refused.issues());
        }
        return this;
    }

    private static String path(Scope scope) {
        return switch (scope) {
            case GLOBAL -> "";
            case PRODUCT -> "/products/contract";
            case OPERATION -> "/apis/contract/operations/op1";
            default -> "/apis/contract";
        };
    }

    private String document(Section section, Scope scope) {
        StringBuilder text = new StringBuilder("<policies>");
        for (Section each : Section.values()) {
            String last = each != Section.BACKEND ? "" : scope == Scope.GLOBAL ? "<forward-request/>" : "<base/>";
            text.append("<" + each + ">");
            // Alone in its section, for strict mode lets <backend> hold one statement.
            text.append(each == section ? element : last);
            text.append("</" + each + ">");
        }
        return text.append("</policies>").toString();
    }

    List<Issue> issues() {
        return issues;
    }

    /** How many requests on so many threads ended; each status once. */
    List<Integer> statuses(int threads) {
        require();
        List<Thread> running = new ArrayList<>();
        List<SharedCall> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            List<SharedCall> own = new ArrayList<>();
            for (int n = 0; n < REQUESTS / threads; n++) {
                own.add(new SharedCall());
            }
            calls.addAll(own);
            running.add(new Thread(() -> own.forEach(this::send), "contract-" + i));
        }
        running.forEach(Thread::start);
        for (Thread thread : running) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
        return calls.stream().map(SharedCall::status).distinct().toList();
    }

    private void send(SharedCall call) {
        call.execute(() -> call.ending(gateway.gateway().handle(request(Body.of("{}")), call)));
    }

    private static HttpRequest request(Body body) {
        Headers headers = Headers.of("Host", "gateway.test", "Content-Type", "application/json");
        return new HttpRequest("POST", "http", "gateway.test", "/contract/", "HTTP/1.1", "203.0.113.7", headers, body);
    }

    /** A request whose body, and whose response's body, are made so. */
    TestCall call(Function<String, Body> bodies) {
        require();
        answers = bodies;
        TestCall call = gateway.send(request(bodies.apply("{}")));
        for (int waited = 0; !call.isAnswered() && waited < LONGEST_WAIT; waited++) {
            gateway.time().advance(Duration.ofSeconds(1));
        }
        if (!call.isAnswered()) {
            throw new AssertionError("the sample waits for a time that never comes");
        }
        return call;
    }

    /** Everything that is said to people while it is loaded and while it runs. */
    String told() {
        return issues + (loaded ? call(Streamed::new).trace().steps().toString() : "");
    }

    private void require() {
        if (!loaded) {
            throw new AssertionError("the sample does not load: " + issues);
        }
    }

    /** A body that can be had once. */
    record Streamed(String text) implements Body {
        @Override
        public long length() {
            return -1;
        }

        @Override
        public void subscribe(java.util.concurrent.Flow.Subscriber<? super java.nio.ByteBuffer> subscriber) {
            GivenBody.unknown(text.getBytes(StandardCharsets.UTF_8), 1).subscribe(subscriber);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
