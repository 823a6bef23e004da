package dev.apim.testkit.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.ConfigurationException;
import dev.apim.http.Body;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration that grew by changes behaves as one that is read as a whole. */
class IncrementalCompileTest {
    private static final int CHANGES = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterEveryChangeItBehavesAsIfReadAsAWhole(long seed) {
        RandomChanges changes = new RandomChanges(seed);
        TestGateway gateway = changes.first().start();
        int refused = 0;
        for (int i = 0; i < CHANGES; i++) {
            TestGateway next = gateway.copy();
            String what = "seed " + seed + ", change " + i + ": " + changes.apply(next);
            TestGateway whole = next.copy();
            String accepted = attempt(whole::start);
            gateway.replaceWith(next);

            assertThat(attempt(gateway::update)).as(what).isEqualTo(accepted);
            if (!accepted.isEmpty()) {
                refused++;
                gateway.backToWhatIsInForce();
                continue;
            }
            assertThat(new TreeSet<>(texts(gateway))).as(what).isEqualTo(new TreeSet<>(texts(whole)));
            assertThat(behaviour(gateway)).as(what).isEqualTo(behaviour(whole));
        }
        assertThat(refused).isBetween(1, CHANGES / 2);
    }

    private static String attempt(Runnable start) {
        try {
            start.run();
            return "";
        } catch (ConfigurationException e) {
            return String.join(
                    "\n",
                    new TreeSet<>(e.issues().stream()
                            .filter(issue -> issue.isError())
                            .map(issue -> issue.position() + " " + issue.message())
                            .toList()));
        }
    }

    private static List<String> texts(TestGateway gateway) {
        return gateway.warnings().stream()
                .map(issue -> issue.position() + " " + issue.message())
                .toList();
    }

    private static List<String> behaviour(TestGateway gateway) {
        List<String> all = new ArrayList<>();
        for (String path : List.of("/a", "/a/b", "/c", "/d/e/f", "")) {
            for (String key : List.of("", "key0", "second1", "key2")) {
                all.add(behaviour(gateway, "GET", path + "/x", key));
                all.add(behaviour(gateway, "POST", path + "/p0", key));
            }
            all.add(behaviour(gateway, "POST", path + "/p1", "key0"));
        }
        return all;
    }

    private static String behaviour(TestGateway gateway, String method, String target, String key) {
        int before = gateway.backends().received().size();
        TestCall call = key.isEmpty()
                ? gateway.send(method, target, Body.empty())
                : gateway.send(method, target, Body.empty(), "Ocp-Apim-Subscription-Key", key);
        StringBuilder seen = new StringBuilder(method + " " + target + " " + key + ": " + call.status());
        seen.append(' ').append(call.text().replaceAll("\"activityId\".*", ""));
        seen.append(' ').append(call.headers().all("X-Out"));
        gateway.backends().received().stream().skip(before).forEach(received -> {
            seen.append(" -> ").append(received.url());
            for (String name : new TreeSet<>(received.request().headers().names())) {
                seen.append(' ')
                        .append(name)
                        .append('=')
                        .append(received.request().headers().all(name));
            }
        });
        return seen.toString();
    }
}
