package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.core.ApimOptions;
import dev.apim.core.time.SystemTime;
import dev.apim.http.HttpResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What one request has fetched for many is there for the others, whatever that one is doing meanwhile. */
class SharedFetchTest {
    private static final String POLICY =
            "<policies><inbound><base/><validate-jwt header-name='Authorization'><openid-config"
                    + " url='https://id.test/.well-known/openid-configuration'/></validate-jwt></inbound></policies>";

    private final KeyPair one = rsa();
    private final KeyPair two = rsa();
    private final Later time = new Later();
    private final Provider provider = new Provider();
    private final Streaming streaming = new Streaming();

    @Test
    void keysThatARequestHadFetchedReachOthersWhileItsHostStillStreams() throws Exception {
        provider.keys = jwk("one", one);
        try (JettyHost host = host()) {
            assertThat(call(host, "/quick", "one", one)
                            .get(20, TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(200);
            provider.keys = jwk("one", one) + "," + jwk("two", two);
            provider.mayAnswer = new CompletableFuture<>();
            time.later = Duration.ofHours(2);

            var first = call(host, "/slow", "one", one);
            assertThat(streaming.begun.await(20, TimeUnit.SECONDS)).isTrue();
            var second = call(host, "/quick", "two", two);
            provider.mayAnswer.complete(null);

            assertThat(second.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
            assertThat(first).isNotDone();
            streaming.mayEnd.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).body()).isEqualTo("begun, done");
            assertThat(provider.asked)
                    .as("for the first keys, and for the next")
                    .isEqualTo(4);
        } finally {
            streaming.mayEnd.countDown();
        }
    }

    private JettyHost host() {
        return new JettyHost(
                        new ApimOptions().time(time).backendClient(provider),
                        a -> a.api(
                                "a",
                                api -> api.path("a")
                                        .open()
                                        .allOperations()
                                        .inline()
                                        .policy(POLICY)),
                        ServletOptions.DEFAULT)
                .servlet("/*", streaming)
                .start();
    }

    private static CompletableFuture<java.net.http.HttpResponse<String>> call(
            JettyHost host, String path, String id, KeyPair key) {
        return host.client.sendAsync(
                HttpRequest.newBuilder(host.uri("/a" + path))
                        .header("Authorization", "Bearer " + token(id, key))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Streams where it is slow: what it wrote is out, and it goes on when it may. */
    private static final class Streaming extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient CountDownLatch begun = new CountDownLatch(1);
        private final transient CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().endsWith("slow")) {
                response.getWriter().write("begun, ");
                response.flushBuffer();
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            response.getWriter().write("done");
        }
    }

    /** An identity provider that answers when it may. */
    private static final class Provider implements BackendClient {
        private volatile String keys = "";
        private volatile CompletableFuture<Void> mayAnswer = CompletableFuture.completedFuture(null);
        private volatile int asked;

        @Override
        public Set<BackendCapability> capabilities() {
            return Set.of(BackendCapability.values());
        }

        @Override
        public synchronized BackendCall send(BackendRequest request) {
            asked++;
            boolean discovery = request.url().toString().contains("well-known");
            String answer = discovery
                    ? "{\"issuer\":\"https://id.test\",\"jwks_uri\":\"https://id.test/keys\"}"
                    : "{\"keys\":[" + keys + "]}";
            CompletableFuture<HttpResponse> response =
                    mayAnswer.thenApplyAsync(now -> HttpResponse.of(200, "application/json", answer));
            return new BackendCall() {
                @Override
                public CompletableFuture<HttpResponse> response() {
                    return response;
                }

                @Override
                public void cancel() {
                    response.cancel(false);
                }
            };
        }

        @Override
        public void close() {}
    }

    /** The system's clock, set forward. */
    private static final class Later implements Time {
        private final SystemTime system = new SystemTime();
        private volatile Duration later = Duration.ZERO;

        @Override
        public Instant now() {
            return system.now().plus(later);
        }

        @Override
        public long nanos() {
            return system.nanos() + later.toNanos();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            return system.schedule(delay, task);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(String id, KeyPair key) {
        try {
            String signed = url("{\"alg\":\"RS256\",\"kid\":\"" + id + "\"}") + "."
                    + url("{\"iss\":\"https://id.test\",\"exp\":4102444800}");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String jwk(String id, KeyPair key) {
        RSAPublicKey known = (RSAPublicKey) key.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"" + id + "\",\"n\":\"" + number(known.getModulus()) + "\",\"e\":\""
                + number(known.getPublicExponent()) + "\"}";
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
