package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.time.StillTime;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No expression reaches the JVM, files, processes or other machines: the table {@code csharp/security/escapes.txt}. */
class EscapesTest {
    private static final Path TABLE = Path.of("src/test/resources/csharp/security/escapes.txt");
    private static final String UNTOUCHED = "untouched";
    private static final Pattern CLASS_NAME = Pattern.compile(
            "\\b(?:java|javax|jdk|sun|com\\.sun|dev\\.apim)\\.[\\w.$]+|\\$\\$Lambda|\\w@[0-9a-f]{6,8}\\b");

    @TempDir
    Path folder;

    private final CSharpExpressions language = CSharpExpressions.withoutNamedValues(new StillTime());
    private final List<String> used = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Object host = hostObject();
    private ServerSocketChannel listening;
    private Path canary;

    /** What a policy of the host's may have left in a variable: it tells when it is used. */
    private Object hostObject() {
        Class<?>[] faces = {Runnable.class, Supplier.class, Closeable.class};
        return Proxy.newProxyInstance(EscapesTest.class.getClassLoader(), faces, (self, method, arguments) -> {
            if (method.getName().equals("hashCode") || method.getName().equals("equals")) {
                return method.getName().equals("hashCode") ? (Object) 1 : (Object) (self == arguments[0]);
            }
            used.add(method.getName());
            return null;
        });
    }

    private record Payload(String text, boolean refused) {}

    @BeforeEach
    void waitForVisitors() throws IOException {
        canary = Files.writeString(folder.resolve("canary"), UNTOUCHED);
        listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listening.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @Test
    void noPayloadLeadsOutOfAnExpression() throws IOException {
        for (Payload payload : payloads()) {
            Boolean refused = tried(payload.text);
            if (refused != null && refused != payload.refused) {
                wrong.add((refused ? "refused: " : "compiles: ") + payload.text);
            }
        }
        verifyNothingHappened();
    }

    @Test
    void noPayloadLeadsOutOfABlock() throws IOException {
        for (Payload payload : payloads()) {
            if (payload.text.startsWith("@(") && payload.text.endsWith(")")) {
                tried("@{ return " + payload.text.substring(2, payload.text.length() - 1) + "; }");
                tried("@{ try { return " + payload.text.substring(2, payload.text.length() - 1)
                        + "; } catch (Exception e) { return e.ToString(); } }");
            }
        }
        verifyNothingHappened();
    }

    @Test
    void everyWordIsTriedByMoreThanTenTechniques() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("## ")) {
                sizes.add(0L);
            } else if (line.startsWith("@")) {
                sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) + 1);
            }
        }
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(10).allMatch(size -> size > 10);
        assertThat(payloads()).hasSizeGreaterThan(300);
    }

    private static List<Payload> payloads() throws IOException {
        List<Payload> payloads = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            int arrow = line.lastIndexOf("  =>  ");
            if (line.startsWith("@") && arrow > 0) {
                payloads.add(new Payload(line.substring(0, arrow), line.endsWith("=>  refused")));
            }
        }
        return payloads;
    }

    /** Whether it was refused; null when it was more than that. */
    private @Nullable Boolean tried(String payload) throws IOException {
        String text = payload.replace('⏎', '\n')
                .replace("CANARY", canary.toString())
                .replace("PORT", String.valueOf(((InetSocketAddress) listening.getLocalAddress()).getPort()));
        List<Issue> issues = new ArrayList<>();
        try {
            Expression<String> expression =
                    language.compile(Value.literal(text, new Position("p.xml", 1, 1)), String.class, issues::add);
            if (issues.stream().anyMatch(Issue::isError)) {
                issues.forEach(issue -> tellsNothing(text, issue.message()));
                return true;
            }
            evaluate(text, expression);
            return false;
        } catch (RuntimeException | StackOverflowError broken) {
            wrong.add("broke with " + broken + ": " + payload);
            return null;
        }
    }

    private void evaluate(String text, Expression<String> expression) {
        FakeExchange exchange = FakeExchange.get("https://api.example/a").variable("host", host);
        try {
            tellsNothing(text, String.valueOf(expression.evaluate(exchange)));
        } catch (ExpressionException failed) {
            tellsNothing(text, String.valueOf(failed.getMessage()));
            if (String.valueOf(failed.getMessage()).equals("The expression could not be evaluated.")) {
                wrong.add("failed with " + failed.getCause() + ": " + text);
            }
        }
        exchange.traces().forEach(trace -> tellsNothing(text, trace));
    }

    /** No name of a class comes out but one that the author wrote. */
    private void tellsNothing(String payload, String said) {
        String plain = payload.replace("\" + \"", "").replace("\", \"", "");
        CLASS_NAME
                .matcher(said)
                .results()
                .map(found -> found.group())
                .filter(name -> !plain.contains(name))
                .forEach(name -> wrong.add("tells of " + name + ": " + payload));
    }

    private void verifyNothingHappened() throws IOException {
        assertThat(wrong).isEmpty();
        assertThat(canary).hasContent(UNTOUCHED);
        assertThat(Files.list(folder)).containsExactly(canary);
        assertThat(listening.accept()).as("a visitor").isNull();
        assertThat(used).as("what was called on the host's object").isEmpty();
    }
}
