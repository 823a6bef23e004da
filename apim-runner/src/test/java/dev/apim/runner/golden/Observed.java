package dev.apim.runner.golden;

import dev.apim.http.Headers;
import dev.apim.policy.Section;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be seen of a request after its end. */
record Observed(TestGateway gateway, TestCall call, Section section, Duration took) {
    /**
     * One observation, such as {@code status} or {@code backend.X-A}: {@code header.}, {@code backend.}, {@code service.} and
     * {@code var.} take a name; {@code message.} is the backend's request or the response, as the section says.
     */
    String see(String what) {
        int dot = what.indexOf('.');
        String name = what.substring(dot + 1);
        return switch (dot < 0 ? what : what.substring(0, dot)) {
            case "status" -> Integer.toString(call.status());
            case "reason" -> call.reason();
            case "body" -> call.text();
            case "header" -> present(call.headers().joined(name));
            case "backend" -> asked("backend.test", name);
            case "other" -> asked("other.test", name);
            case "service" -> asked("service.test", name);
            case "dapr" -> asked("localhost:3500", name);
            case "event" -> event(name);
            case "metric" -> metric(name);
            case "message" -> onRequest() ? asked("backend.test", name) : answered(name);
            case "var" -> variable(name);
            case "took" -> Long.toString(took.toSeconds());
            case "trace" -> notes().toString();
            default -> throw new IllegalArgumentException("nothing is known to be seen at " + what);
        };
    }

    private String event(String name) {
        var all = gateway.events().all();
        if (name.equals("count") || all.isEmpty()) {
            return Integer.toString(all.size());
        }
        var last = all.get(all.size() - 1);
        return switch (name) {
            case "text" -> last.event().text();
            case "logger" -> last.logger().id();
            case "partition" -> present(last.event().partitionId());
            case "key" -> present(last.event().partitionKey());
            default -> throw new IllegalArgumentException("nothing is known to be seen of an event at " + name);
        };
    }

    private String metric(String name) {
        var all = gateway.metrics().series();
        if (name.equals("count") || all.isEmpty()) {
            return Integer.toString(all.size());
        }
        var first = all.get(0);
        return switch (name) {
            case "name" -> first.name();
            case "namespace" -> first.namespace();
            case "sum" -> Double.toString(first.sum());
            case "dimensions" -> first.dimensions().toString();
            default -> throw new IllegalArgumentException("nothing is known to be seen of a metric at " + name);
        };
    }

    private boolean onRequest() {
        return section == Section.INBOUND || section == Section.BACKEND;
    }

    private String answered(String name) {
        return name.equals("body") ? call.text() : present(call.headers().joined(name));
    }

    private String asked(String host, String name) {
        List<StubBackend.Received> received = gateway.backends().received().stream()
                .filter(request -> request.url().contains("//" + host))
                .toList();
        if (name.equals("count")) {
            return Integer.toString(received.size());
        }
        if (received.isEmpty()) {
            return "not asked";
        }
        StubBackend.Received last = received.get(received.size() - 1);
        Headers headers = last.request().headers();
        return switch (name) {
            case "url" -> last.url();
            case "method" -> last.request().method();
            case "body" -> last.body().text();
            default -> present(headers.joined(name));
        };
    }

    private String variable(String name) {
        String mark = "[see-" + name + "] ";
        String last = "not seen";
        for (String note : notes()) {
            if (note.contains(mark)) {
                last = note.substring(note.indexOf(mark) + mark.length());
            }
        }
        return last;
    }

    private List<String> notes() {
        return call.trace().steps().stream()
                .flatMap(step -> step.changes().stream())
                .toList();
    }

    private static String present(@Nullable String value) {
        return value == null ? "absent" : value;
    }
}
