package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with a gateway that is deployed again and again, each time with its own class loader, in a server that goes on. */
class RedeploymentTest {

    private HttpServer backend;

    @BeforeEach
    void start() throws IOException {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        backend.start();
    }

    @AfterEach
    void stop() {
        backend.stop(0);
    }

    /**
     * With the JDK's client, which on 17 has no close and ends once nobody refers to it, and with that of apim-vertx, whose Netty
     * keeps buffers of its own with each thread that it met.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anApplicationThatIsGoneLeavesNothing(boolean jdk) throws Exception {
        leavesNothing(jdk, 3, 30, new Forget(Thread.currentThread()));
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThousandGatewaysLeaveNothing(boolean jdk) throws Exception {
        leavesNothing(jdk, 10, 100, new ForgetThousand(Thread.currentThread()));
    }

    private void leavesNothing(boolean jdk, int deployments, int rounds, Record forget) throws Exception {
        deploy(jdk, 1);
        settle(() -> threads().isEmpty());
        long files = openFiles();
        List<WeakReference<ClassLoader>> gone = new ArrayList<>();

        for (int i = 0; i < deployments; i++) {
            gone.add(deploy(jdk, rounds));
        }
        if (jdk) {
            assertThat(forget.equals(new Object())).isFalse();
        }

        settle(() -> (!jdk || gone.stream().allMatch(loader -> loader.get() == null))
                && threads().isEmpty()
                && openFiles() <= files);
        assertThat(threads()).isEmpty();
        assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files);
        if (jdk) {
            assertThat(gone).as("class loaders").allMatch(loader -> loader.get() == null);
        }
    }

    /**
     * The JDK remembers the component type of the record that was compared for the first time most recently; each test needs one of
     * its own for that.
     */
    private record Forget(Thread component) {}

    private record ForgetThousand(Thread component) {}

    private WeakReference<ClassLoader> deploy(boolean jdk, int rounds) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader server = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(classPath(jdk), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(application);
            application
                    .loadClass(LifecycleRounds.class.getName())
                    .getMethod("run", int.class, String.class)
                    .invoke(
                            null,
                            rounds,
                            "http://127.0.0.1:" + backend.getAddress().getPort());
            return new WeakReference<>(application);
        } finally {
            thread.setContextClassLoader(server);
        }
    }

    private static URL[] classPath(boolean jdk) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!jdk || !entry.contains("vertx")) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Collects until it is so, or as good as never will be. */
    private static void settle(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 100 && !so.getAsBoolean(); i++) {
            System.gc();
            // What was collected tells threads and channels to end, which takes them a moment.
            Thread.sleep(50);
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("apim") || name.startsWith("vert.x") || name.contains("HttpClient"))
                .collect(Collectors.toSet());
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
