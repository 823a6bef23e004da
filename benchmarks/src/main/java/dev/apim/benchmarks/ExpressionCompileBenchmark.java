package dev.apim.benchmarks;

import dev.apim.Position;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many C# expressions are compiled in a second: every distinct one of the policy documents in the folder that the property
 * {@code apim.shared} names ({@code corpus/policies} in it), else the shapes of {@link Shape}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExpressionCompileBenchmark {
    private static final Path FOLDER = Path.of(System.getProperty("apim.shared", "../shared"), "corpus", "policies");

    private final CSharpExpressions language = CSharpExpressions.create(new SystemTime());
    private List<Value> values = List.of();
    private int next;

    /** Gathers the expressions. */
    @Setup
    public void prepare() throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    PolicyDocumentReader.read(
                                    file.toString(),
                                    Files.readString(file),
                                    ReaderOptions.of(NamedValues.unknown()),
                                    issue -> {})
                            .ifPresent(document -> collect(document.root(), texts));
                }
            }
        } else {
            Stream.of(Shape.values()).map(Shape::csharp).forEach(texts::add);
        }
        Position nowhere = new Position("benchmark", 1, 1);
        List<Value> found = new ArrayList<>();
        texts.forEach(text -> found.add(new Value(text, Value.Language.CSHARP, offset -> nowhere)));
        values = found;
    }

    private static void collect(PolicyElement element, Set<String> texts) {
        element.attributes().forEach(attribute -> collect(attribute.value(), texts));
        collect(element.text(), texts);
        element.children().forEach(child -> collect(child, texts));
    }

    private static void collect(Value value, Set<String> texts) {
        if (value.language() == Value.Language.CSHARP) {
            texts.add(value.text());
        }
    }

    /** One expression, the next one each time. */
    @Benchmark
    public Expression<String> compile() {
        next = next + 1 == values.size() ? 0 : next + 1;
        return language.compile(values.get(next), String.class, issue -> {});
    }
}
