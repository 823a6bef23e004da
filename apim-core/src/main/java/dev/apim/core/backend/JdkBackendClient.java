package dev.apim.core.backend;

import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.core.time.SystemTime;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The backend client that needs no other jar: {@link HttpClient} of the JDK, HTTP/1.1, without redirects, cookies, proxies or
 * decompression. Responses, chunks and the demand for request bodies come on its own daemon threads.
 *
 * <p>It cannot override {@code Host}, hand over trailers, treat certificates per backend or hold a host to public addresses. A request
 * that needs one of these, or whose target or fields the JDK does not send as they are, fails with a {@link BackendException} that
 * names {@code dev.apim:apim-vertx}; nothing is left out silently.
 *
 * <p>The JDK's own ways shine through: fields are sent sorted by name, with a {@code User-Agent} where there is none; an answer that
 * comes while the request body is being sent is seen when the body is out; reason phrases are not known; after HEAD a connection is used again; and
 * a GET or HEAD that a kept connection lost before the first byte came back is sent once more on a new one (RFC 9110 §9.2.2).
 * Before Java 21 it does not wait for {@code 100 Continue}: {@code Expect} is left out and the body sent at once, since that JDK loses the
 * body of an answer that refuses ahead.
 */
public final class JdkBackendClient implements BackendClient {
    /** Enough for slow name look-ups beside the work, which never blocks. */
    private static final int MOST_THREADS = 16;

    private static final int MOST_PROXIES = 16;

    private final Time time;
    private final @Nullable SystemTime ownTime;
    private final ExecutorService executor;
    private final Set<JdkCall> underWay = ConcurrentHashMap.newKeySet();
    private final Map<ConnectionOptions.Proxy, HttpClient> proxied = new ConcurrentHashMap<>();
    private volatile @Nullable HttpClient http;

    private JdkBackendClient(Time time, @Nullable SystemTime ownTime) {
        this.time = time;
        this.ownTime = ownTime;
        executor = pool();
        http = client(HttpClient.Builder.NO_PROXY);
    }

    private HttpClient client(ProxySelector proxy) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy)
                .executor(executor)
                .build();
    }

    /** The JDK binds a client to a proxy; beyond so many proxies they are not kept. */
    private HttpClient through(ConnectionOptions.Proxy proxy) {
        ConnectionOptions.Proxy place = new ConnectionOptions.Proxy(proxy.host(), proxy.port(), null, null);
        if (proxied.size() >= MOST_PROXIES) {
            proxied.clear();
        }
        return proxied.computeIfAbsent(
                place, p -> client(ProxySelector.of(InetSocketAddress.createUnresolved(p.host(), p.port()))));
    }

    /** A client with a clock of its own. */
    public static JdkBackendClient create() {
        SystemTime time = new SystemTime();
        return new JdkBackendClient(time, time);
    }

    /** A client whose timeouts follow {@code time}, which the caller closes. */
    public static JdkBackendClient create(Time time) {
        return new JdkBackendClient(time, null);
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return JdkRequest.CAN_EXPECT
                ? EnumSet.of(BackendCapability.EXPECT_CONTINUE)
                : EnumSet.noneOf(BackendCapability.class);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        JdkCall call = new JdkCall(request, executor, underWay::remove);
        underWay.add(call);
        HttpClient client = http;
        if (client == null) {
            call.end(closed());
        } else {
            ConnectionOptions.Proxy proxy = request.options().proxy();
            call.start(proxy == null ? client : through(proxy), time);
        }
        return call;
    }

    /** Closes all connections; what is under way fails. */
    @Override
    public void close() {
        Object client = http;
        http = null;
        proxied.clear();
        List.copyOf(underWay).forEach(call -> call.end(closed()));
        if (client instanceof AutoCloseable closeable) {
            close(closeable); // since Java 21; before that it ends by itself once nothing refers to it
        }
        executor.shutdown();
        if (ownTime != null) {
            ownTime.close();
        }
    }

    private static void close(AutoCloseable client) {
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException("the JDK's HTTP client cannot be closed: " + e.getMessage(), e);
        }
    }

    private static BackendException closed() {
        return new BackendException(Kind.CONNECTION, "The backend client was closed.", null);
    }

    private static ExecutorService pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "apim-backend-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
