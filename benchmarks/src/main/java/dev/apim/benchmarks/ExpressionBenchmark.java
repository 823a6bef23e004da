package dev.apim.benchmarks;

import dev.apim.Position;
import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.expression.el.ElExpressions;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;
import dev.apim.testkit.VirtualTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an evaluation costs: a C# expression against the same in Java and in Jakarta EL. Compare the three of one run; the allocation
 * ({@code -prof gc}) as well. A shape that EL cannot say measures nothing there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExpressionBenchmark {
    /** What is evaluated. */
    @Param
    public Shape shape = Shape.VARIABLE;

    private final SystemTime time = new SystemTime();
    private final Exchange exchange = SampleExchange.create(new VirtualTime());
    private @Nullable Expression<?> csharp;
    private @Nullable Expression<?> el;
    private Function<Exchange, @Nullable Object> java = Shape.VARIABLE.java();

    /** Compiles the expressions, and sees to it that all say the same. */
    @Setup
    public void prepare() {
        csharp = compile(CSharpExpressions.create(time), Value.Language.CSHARP, shape.csharp());
        java = shape.java();
        Object expected = java.apply(exchange);
        check(csharp, expected);
        String written = shape.el();
        if (written != null) {
            el = compile(new ElExpressions(), Value.Language.EL, written);
            check(el, expected);
        }
    }

    private Expression<?> compile(ExpressionLanguage language, Value.Language kind, String text) {
        Position nowhere = new Position("benchmark", 1, 1);
        Value value = new Value(text, kind, offset -> nowhere);
        return language.compile(value, shape.type(), issue -> {
            throw new IllegalStateException(issue.toString());
        });
    }

    private void check(Expression<?> expression, @Nullable Object expected) {
        Object found = expression.evaluate(exchange);
        if (!String.valueOf(expected).equals(String.valueOf(found))) {
            throw new IllegalStateException(expression + " gives " + found + ", expected " + expected);
        }
    }

    /** The C# expression. */
    @Benchmark
    public @Nullable Object csharp() {
        return Objects.requireNonNull(csharp).evaluate(exchange);
    }

    /** The Jakarta EL expression. */
    @Benchmark
    public @Nullable Object el() {
        return el == null ? null : el.evaluate(exchange);
    }

    /** The same by hand. */
    @Benchmark
    public @Nullable Object java() {
        return java.apply(exchange);
    }
}
