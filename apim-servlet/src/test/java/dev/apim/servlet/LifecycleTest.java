package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.Apim;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A gateway that is made, changed, used and closed again and again leaves nothing. */
class LifecycleTest {
    private static final int ROUNDS = 1_000;

    private static void round(int number) {
        try (Apim apim = Apim.create(a -> a.api(
                "orders",
                api -> api.path("orders").open().operation("GET /{id}").policy(policy("first"))))) {
            apim.update(a -> a.api("orders", api -> api.policy(policy("second" + number))));
            HttpResponse answer = apim.evaluate(new HttpRequest(
                    "GET",
                    "http",
                    "shop.test",
                    "/orders/1",
                    "HTTP/1.1",
                    "127.0.0.1",
                    Headers.of("Host", "shop.test"),
                    Body.empty()));
            assertThat(answer.headers().get("X-Step")).isEqualTo("second" + number);
        }
    }

    private static String policy(String step) {
        return "<policies><inbound><return-response><set-header name='X-Step'><value>" + step
                + "</value></set-header></return-response></inbound></policies>";
    }

    @Test
    void aThousandCyclesLeaveNoThreadAndNoMemory() {
        for (int i = 0; i < 50; i++) {
            round(i);
        }
        long memory = used();
        Set<String> threads = threads();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();

        for (int i = 0; i < ROUNDS; i++) {
            round(i);
        }

        assertThat(used() - memory).as("bytes of heap").isLessThan(4L << 20);
        assertThat(threads()).isSubsetOf(threads);
        assertThat(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes)
                .as("classes")
                .isLessThan(300);
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Threads that end by themselves a moment later have been told to by then. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("apim") || thread.getName().contains("HttpClient"))
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
