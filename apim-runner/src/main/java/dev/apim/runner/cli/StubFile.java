package dev.apim.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.core.json.Json;
import dev.apim.core.json.PositionedTree;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Backends answered from a file: URL patterns and their responses. */
final class StubFile implements BackendClient {
    private final List<Rule> rules;
    private final Time time;
    private final List<SentRequest> sent = new ArrayList<>();

    private record Rule(Pattern url, Deque<Stub> answers) {
        Stub next() {
            Stub first = answers.getFirst();
            if (answers.size() > 1) {
                answers.removeFirst();
            }
            return first;
        }
    }

    private record Stub(int status, String reason, Headers headers, byte[] body, Duration delay) {
        HttpResponse response() {
            return new HttpResponse(status, reason, headers.copy(), Body.of(body));
        }
    }

    private StubFile(List<Rule> rules, Time time) {
        this.rules = rules;
        this.time = time;
    }

    static StubFile read(@Nullable Path file, Time time) {
        if (file == null) {
            throw new ApimException("--stub needs a file");
        }
        List<Issue> issues = new ArrayList<>();
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ApimException("there is no stub file " + file + ": correct the path after --stub", e);
        } catch (IOException e) {
            throw new ApimException("stub file " + file + " cannot be read: " + e.getMessage(), e);
        }
        PositionedTree tree = PositionedTree.read(file.toString(), text, issues::add)
                .orElseThrow(() -> new ConfigurationException(issues));
        List<Rule> rules = new ArrayList<>();
        if (!tree.root().isObject()) {
            issues.add(Issue.error(tree.at(""), "expected an object of URL patterns and responses"));
        }
        tree.root().properties().forEach(entry -> rules.add(rule(tree, entry.getKey(), entry.getValue(), issues)));
        if (issues.stream().anyMatch(Issue::isError)) {
            throw new ConfigurationException(issues);
        }
        return new StubFile(rules, time);
    }

    private static Rule rule(PositionedTree tree, String pattern, JsonNode value, List<Issue> issues) {
        String pointer = "/" + PositionedTree.segment(pattern);
        Deque<Stub> answers = new ArrayDeque<>();
        List<JsonNode> nodes = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(nodes::add);
        } else {
            nodes.add(value);
        }
        for (JsonNode node : nodes) {
            int status = node.path("status").asInt(200);
            if (!node.isObject() || status < 200 || status > 599) {
                issues.add(Issue.error(
                        tree.at(pointer),
                        "expected a response such as {\"status\": 200, \"body\": \"…\"}, status 200 to 599"));
                continue;
            }
            Headers headers = new Headers();
            node.path("headers")
                    .properties()
                    .forEach(field ->
                            headers.add(field.getKey(), field.getValue().asText()));
            JsonNode body = node.path("body");
            String content = body.isTextual() || body.isMissingNode() ? body.asText("") : Json.write(body);
            answers.add(new Stub(
                    status,
                    node.path("reason").asText(""),
                    headers,
                    content.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Duration.ofMillis((long) (node.path("delay").asDouble(0) * 1000))));
        }
        if (answers.isEmpty() && issues.isEmpty()) {
            issues.add(Issue.error(tree.at(pointer), "expected at least one response"));
        }
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new Rule(Pattern.compile(regex), answers);
    }

    @Override
    public Set<BackendCapability> capabilities() {
        return EnumSet.allOf(BackendCapability.class);
    }

    /** All that backends would have got, in order. */
    List<SentRequest> sent() {
        return List.copyOf(sent);
    }

    @Override
    public BackendCall send(BackendRequest request) {
        sent.add(SentRequest.of(request));
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        Stub stub = rules.stream()
                .filter(rule -> rule.url().matcher(request.url().toString()).matches())
                .findFirst()
                .map(Rule::next)
                .orElse(null);
        if (stub == null) {
            response.completeExceptionally(new BackendException(
                    BackendException.Kind.CONNECTION,
                    "the stub file has no pattern for " + request.url().authority(),
                    null));
        } else if (stub.delay().compareTo(request.timeout()) >= 0) {
            time.schedule(
                    request.timeout(),
                    () -> response.completeExceptionally(new BackendException(
                            BackendException.Kind.TIMEOUT, "no response head within " + request.timeout(), null)));
        } else if (stub.delay().isZero()) {
            response.complete(stub.response());
        } else {
            time.schedule(stub.delay(), () -> response.complete(stub.response()));
        }
        return new BackendCall() {
            @Override
            public CompletionStage<HttpResponse> response() {
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
