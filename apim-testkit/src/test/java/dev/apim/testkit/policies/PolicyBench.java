package dev.apim.testkit.policies;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.core.cache.MemoryResponseCache;
import dev.apim.core.cache.MemoryValueCache;
import dev.apim.core.event.MemoryBroadcast;
import dev.apim.core.limit.LocalQuotaCounter;
import dev.apim.core.limit.SlidingWindowRateLimiter;
import dev.apim.core.policies.caching.CachingPolicies;
import dev.apim.core.policies.limit.LimitPolicies;
import dev.apim.limit.RateLimiter;
import dev.apim.model.Backend;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Cost;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import dev.apim.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles single policies over real stores and a virtual clock, and runs them as the engine does. Expressions are Java functions. */
final class PolicyBench {
    final VirtualTime time = new VirtualTime();
    final List<Issue> issues = new ArrayList<>();
    private final Map<String, Function<Exchange, @Nullable Object>> expressions = new HashMap<>();
    private final PolicyServices services;

    PolicyBench() {
        this(SlidingWindowRateLimiter::new);
    }

    PolicyBench(Function<Time, RateLimiter> limiter) {
        services = new PolicyServices(
                time,
                limiter.apply(time),
                new MemoryResponseCache(time, 1 << 20, 1 << 10),
                new MemoryValueCache(time),
                new NoBackend(),
                Runnable::run,
                new MemoryBroadcast(),
                new dev.apim.core.telemetry.MemoryMetrics(),
                dev.apim.core.event.EventQueues.atHand(),
                new dev.apim.core.cache.MemoryVectorIndex(time),
                LocalQuotaCounter.inMemory(time));
    }

    /** Gives {@code name} (with its {@code @}) a meaning as an attribute's value. */
    PolicyBench define(String name, Function<Exchange, @Nullable Object> meaning) {
        expressions.put(name, meaning);
        return this;
    }

    static PolicyElement element(String name, Object... attributesAndChildren) {
        List<PolicyElement.Attribute> attributes = new ArrayList<>();
        List<PolicyElement> children = new ArrayList<>();
        Position at = Position.startOf("test.xml");
        for (int i = 0; i < attributesAndChildren.length; i++) {
            if (attributesAndChildren[i] instanceof PolicyElement child) {
                children.add(child);
            } else {
                String value = (String) attributesAndChildren[i + 1];
                attributes.add(new PolicyElement.Attribute((String) attributesAndChildren[i], at, value(value, at)));
                i++;
            }
        }
        Value none = Value.literal("", at);
        return new PolicyElement(name, at, attributes, children, none, none);
    }

    static PolicyElement text(String name, String text) {
        Value value = Value.literal(text, Position.startOf("test.xml"));
        return new PolicyElement(name, value.position(), List.of(), List.of(), value, value);
    }

    Policy compile(PolicyElement element) {
        return compile(element, Scope.API);
    }

    Policy compile(PolicyElement element, Scope scope) {
        PolicyType type = Stream.concat(LimitPolicies.types().stream(), CachingPolicies.types().stream())
                .filter(t -> t.spec().name().equals(element.name()))
                .findFirst()
                .orElseThrow();
        return type.compile(element, new Context(type.spec().element(), scope));
    }

    /** Runs a policy to its end, however often it suspends. */
    static Outcome run(Policy policy, Exchange exchange) {
        Outcome outcome = policy.apply(exchange);
        while (outcome instanceof Outcome.Suspend<?> wait) {
            outcome = resumed(wait, exchange);
        }
        return outcome;
    }

    private static Outcome resumed(Outcome.Suspend<?> wait, Exchange exchange) {
        CompletableFuture<?> stage = wait.stage().toCompletableFuture();
        return stage.isCompletedExceptionally()
                ? wait.resume(
                        exchange,
                        null,
                        stage.handle((value, failure) -> failure).join())
                : wait.resume(exchange, stage.join(), null);
    }

    private static Value value(String text, Position at) {
        return new Value(text, text.startsWith("@") ? Value.Language.CSHARP : Value.Language.LITERAL, offset -> at);
    }

    private final class Context implements CompileContext {
        private final ElementSpec spec;
        private final Scope scope;

        Context(ElementSpec spec, Scope scope) {
            this.spec = spec;
            this.scope = scope;
        }

        @Override
        public Section section() {
            return Section.INBOUND;
        }

        @Override
        public Scope scope() {
            return scope;
        }

        @Override
        public <T> @Nullable Expression<T> expression(PolicyElement element, String attribute, Class<T> type) {
            String text = element.attribute(attribute).map(Value::text).orElse(defaultOf(spec, element, attribute));
            if (text == null) {
                return null;
            }
            Function<Exchange, @Nullable Object> meaning = expressions.get(text);
            return meaning == null
                    ? Expression.constant(type, type.cast(PolicyBench.literal(text, type)))
                    : new JavaExpression<>(type, meaning);
        }

        @Override
        public <T> Expression<T> required(PolicyElement element, String attribute, Class<T> type) {
            Expression<T> expression = expression(element, attribute, type);
            if (expression == null) {
                throw new IllegalStateException(attribute);
            }
            return expression;
        }

        @Override
        public <T> @Nullable T literal(PolicyElement element, String attribute, Class<T> type) {
            Expression<T> expression = expression(element, attribute, type);
            return expression == null ? null : expression.evaluate(new FakeExchange());
        }

        @Override
        public <T> Expression<T> text(PolicyElement element, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Expression<T> value(Value value, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> @Nullable Expression<T> deferred(PolicyElement element, String attribute, Class<T> type) {
            return expression(element, attribute, type);
        }

        @Override
        public void reads(BodyUse use) {
            throw new AssertionError("these policies read no body by themselves");
        }

        @Override
        public void unbounded() {
            throw new AssertionError("the work of these policies is bounded");
        }

        @Override
        public Optional<Backend> backend(PolicyElement element, String id) {
            return Optional.empty();
        }

        @Override
        public PolicyServices services() {
            return services;
        }

        @Override
        public void report(Issue issue) {
            issues.add(issue);
        }
    }

    private static @Nullable String defaultOf(ElementSpec spec, PolicyElement element, String attribute) {
        return !spec.name().equals(element.name())
                ? null
                : spec.attributes().stream()
                        .filter(a -> a.name().equals(attribute))
                        .findFirst()
                        .map(AttributeSpec::defaultValue)
                        .orElse(null);
    }

    private static Object literal(String text, Class<?> type) {
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        return type == Boolean.class ? (Object) Boolean.valueOf(text) : text;
    }

    private static final class NoBackend implements BackendClient {
        @Override
        public Set<BackendCapability> capabilities() {
            return Set.of(BackendCapability.values());
        }

        @Override
        public BackendCall send(BackendRequest request) {
            throw new AssertionError("these policies send nothing");
        }

        @Override
        public void close() {}
    }

    private record JavaExpression<T>(Class<T> type, Function<Exchange, @Nullable Object> meaning)
            implements Expression<T> {
        @Override
        public BodyUse bodyUse() {
            return BodyUse.NONE;
        }

        @Override
        public Cost cost() {
            return Cost.BOUNDED;
        }

        @Override
        public @Nullable T evaluate(Exchange exchange) {
            return type.cast(meaning.apply(exchange));
        }
    }
}
