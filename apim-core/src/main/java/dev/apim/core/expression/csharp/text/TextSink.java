package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Disposable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@code StringWriter}: writes to a {@code StringBuilder}. Not thread-safe. */
public final class TextSink implements Disposable {
    private static final List<String> TEXTS = List.of(
            "bool",
            "char",
            "decimal",
            "double",
            "int",
            "long",
            "object",
            "float",
            "string",
            "StringBuilder",
            "uint",
            "ulong");

    private final TextBuilder text;
    private String newLine = Texts.NEW_LINE;
    private boolean closed;

    private TextSink(TextBuilder text) {
        this.text = text;
    }

    static void defineWriter(TypeBuilder type) {
        type.base("object", "IDisposable");
        for (String method : new String[] {"Write", "WriteLine"}) {
            boolean line = method.equals("WriteLine");
            String start = "void " + method + "(";
            for (String name : TEXTS) {
                type.methodWith(start + name + " value)", (call, a) -> write(call, a, Texts.orEmpty(a[1]), line));
            }
            type.methodWith(start + "char[] buffer)", (call, a) -> write(call, a, Chars.text((Character[]) a[1]), line))
                    .methodWith(
                            start + "char[] buffer, int index, int count)", (call, a) -> write(call, a, part(a), line))
                    .methodWith(start + "string format, object arg0)", (call, a) -> format(call, a, line))
                    .methodWith(start + "string format, object arg0, object arg1)", (call, a) -> format(call, a, line))
                    .methodWith(
                            start + "string format, object arg0, object arg1, object arg2)",
                            (call, a) -> format(call, a, line))
                    .methodWith(
                            start + "string format, params object[] arg)",
                            (call, a) -> write(
                                    call,
                                    a,
                                    StringJoin.format(call, a[1], Bounds.notNull((Object[]) a[2], "args")),
                                    line));
        }
        type.methodWith("void WriteLine()", (call, a) -> write(call, a, "", true))
                .property(
                        "string NewLine", (TextSink self) -> self.newLine, (TextSink self, @Nullable String value) -> {
                            self.newLine = value == null ? Texts.NEW_LINE : value;
                            return null;
                        })
                .property("Encoding Encoding", (TextSink self) -> TextEncoding.UTF16)
                .method("void Flush()", (TextSink self) -> null)
                .method("void Close()", TextSink::close)
                .method("void Dispose()", TextSink::close);
        for (String name : new String[] {"WriteAsync", "WriteLineAsync", "FlushAsync", "DisposeAsync"}) {
            type.refused(name, "tasks are not offered");
        }
    }

    static void define(TypeBuilder type) {
        type.base("TextWriter")
                .methodWith("()", (call, a) -> empty(call.evaluation()))
                .methodWith("(IFormatProvider formatProvider)", (call, a) -> empty(call.evaluation()))
                .method("(StringBuilder sb)", TextSink::over)
                .method(
                        "(StringBuilder sb, IFormatProvider formatProvider)",
                        (@Nullable TextBuilder text, @Nullable Object provider) -> over(text))
                .method("StringBuilder GetStringBuilder()", (TextSink self) -> self.text)
                .methodWith("string ToString()", (call, a) -> call.evaluation().made(self(a).toString()));
    }

    /** An empty one. */
    public static TextSink empty(Evaluation evaluation) {
        return new TextSink(new TextBuilder(evaluation, "", 0, Integer.MAX_VALUE));
    }

    private static TextSink over(@Nullable TextBuilder text) {
        return new TextSink(Bounds.notNull(text, "sb"));
    }

    /** Writes a text, counted. */
    public void write(Evaluation evaluation, String more) {
        if (closed) {
            throw DotNetException.of("System.ObjectDisposedException", "Cannot write to a closed TextWriter.", null);
        }
        text.append(evaluation, more);
    }

    private static TextSink self(@Nullable Object[] a) {
        return (TextSink) Objects.requireNonNull(a[0]);
    }

    private static @Nullable Object write(Call call, @Nullable Object[] a, String more, boolean line) {
        TextSink self = self(a);
        self.write(call.evaluation(), line ? more + self.newLine : more);
        return null;
    }

    private static @Nullable Object format(Call call, @Nullable Object[] a, boolean line) {
        return write(call, a, StringJoin.format(call, a[1], Arrays.copyOfRange(a, 2, a.length)), line);
    }

    private static String part(@Nullable Object[] a) {
        Character[] buffer = Bounds.notNull((Character[]) a[1], "buffer");
        int index = (Integer) a[2];
        int count = (Integer) a[3];
        Bounds.notNegative(index, "index");
        Bounds.notNegative(count, "count");
        if (buffer.length - index < count) {
            throw DotNetException.argument(
                    "Offset and length were out of bounds for the array or count is greater than the number of elements from index to"
                            + " the end of the source collection.",
                    null);
        }
        return Chars.text(buffer, index, count);
    }

    private static @Nullable Object close(TextSink self) {
        self.dispose();
        return null;
    }

    @Override
    public void dispose() {
        closed = true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
