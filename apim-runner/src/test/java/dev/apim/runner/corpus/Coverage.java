package dev.apim.runner.corpus;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the requests of a document came to. */
final class Coverage {
    /** Within the life of the certificate, whose first day is later than that of the clock. */
    private static final Duration START = Duration.ofDays(330);

    private static final int LONGEST_WAIT = 1_200;

    final Set<Statement> all;
    final Set<Statement> reached = new LinkedHashSet<>();

    /** Where a request ended in a 500 that nobody asked for, and why. */
    final Set<String> failures = new TreeSet<>();

    int requests;
    private final Place place;

    private Coverage(Place place) {
        this.place = place;
        this.all = Statement.of(place.text());
    }

    static Coverage of(Place place) {
        Coverage coverage = new Coverage(place);
        coverage.run();
        return coverage;
    }

    private void run() {
        String region = "local";
        TestGateway gateway = start(region);
        Backends backends = new Backends(gateway, place.description());
        for (Call call : place.description().calls()) {
            if (!call.region().isEmpty() && !call.region().equals(region)) {
                region = call.region();
                gateway = start(region);
                backends = new Backends(gateway, place.description());
            }
            backends.during(call);
            for (int i = 0; i < call.times(); i++) {
                make(gateway, call);
            }
            backends.after(call);
            gateway.time().advance(Duration.ofSeconds(call.then()));
        }
    }

    private TestGateway start(String region) {
        TestGateway gateway = place.gateway(region);
        try {
            gateway.start();
        } catch (ConfigurationException refused) {
            throw new AssertionError(refused.issues().stream()
                    .filter(Issue::isError)
                    .map(Issue::toString)
                    .collect(Collectors.joining("\n")));
        }
        gateway.time().advance(START);
        return gateway;
    }

    private void make(TestGateway gateway, Call call) {
        requests++;
        if (!place.description().text("ahead", "").isEmpty()) {
            gateway.send(call.ahead());
        }
        TestCall made = gateway.send(call.request());
        for (int waited = 0; !made.isEnded() && waited < LONGEST_WAIT; waited++) {
            gateway.time().advance(Duration.ofSeconds(1));
        }
        if (!made.isAnswered()) {
            failures.add("no answer: " + call);
            return;
        }
        made.trace().steps().forEach(step -> place.reached(step).ifPresent(reached::add));
        if (made.status() == 500) {
            Failure.of(place, made).ifPresent(why -> failures.add(why + " | " + call.name()));
        }
    }

    Set<Statement> unreached() {
        Set<Statement> left = new LinkedHashSet<>(all);
        left.removeAll(reached);
        return left;
    }
}
