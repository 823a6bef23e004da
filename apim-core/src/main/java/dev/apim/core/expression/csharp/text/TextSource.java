package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Disposable;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@code StringReader}: reads a text from its start to its end. Not thread-safe. */
public final class TextSource implements Disposable {
    private @Nullable String text;
    private int at;

    private TextSource(String text) {
        this.text = text;
    }

    static void defineReader(TypeBuilder type) {
        type.base("object", "IDisposable")
                .method("int Read()", (TextSource self) -> self.read())
                .method("int Peek()", (TextSource self) -> self.peek())
                .methodWith("int Read(char[] buffer, int index, int count)", TextSource::block)
                .methodWith("int ReadBlock(char[] buffer, int index, int count)", TextSource::block)
                .methodWith("string ReadLine()", (call, a) -> call.evaluation().made(self(a).readLine()))
                .methodWith("string ReadToEnd()", (call, a) -> call.evaluation().made(self(a).readToEnd()))
                .method("void Close()", TextSource::close)
                .method("void Dispose()", TextSource::close);
        for (String name : new String[] {"ReadAsync", "ReadBlockAsync", "ReadLineAsync", "ReadToEndAsync"}) {
            type.refused(name, "tasks are not offered");
        }
    }

    static void define(TypeBuilder type) {
        type.base("TextReader").method("(string s)", (@Nullable String s) -> new TextSource(Bounds.notNull(s, "s")));
    }

    private static TextSource self(@Nullable Object[] a) {
        return (TextSource) Objects.requireNonNull(a[0]);
    }

    private String open() {
        if (text == null) {
            throw DotNetException.of("System.ObjectDisposedException", "Cannot read from a closed TextReader.", null);
        }
        return text;
    }

    /** What has not been read yet, and is read by this: how a parser takes the text. */
    public String readToEnd() {
        String rest = open().substring(at);
        at += rest.length();
        return rest;
    }

    private int peek() {
        String all = open();
        return at < all.length() ? all.charAt(at) : -1;
    }

    private int read() {
        int next = peek();
        at += next < 0 ? 0 : 1;
        return next;
    }

    private @Nullable String readLine() {
        String all = open();
        if (at >= all.length()) {
            return null;
        }
        int end = at;
        while (end < all.length() && all.charAt(end) != '\n' && all.charAt(end) != '\r') {
            end++;
        }
        String line = all.substring(at, end);
        at = all.startsWith("\r\n", end) ? end + 2 : Math.min(all.length(), end + 1);
        return line;
    }

    private static Object block(Call call, @Nullable Object[] a) {
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
        TextSource self = self(a);
        int read = Math.min(count, self.open().length() - self.at);
        call.evaluation().steps(1 + read);
        for (int i = 0; i < read; i++) {
            buffer[index + i] = (char) self.read();
        }
        return read;
    }

    private static @Nullable Object close(TextSource self) {
        self.dispose();
        return null;
    }

    @Override
    public void dispose() {
        text = null;
    }

    @Override
    public String toString() {
        return "System.IO.StringReader";
    }
}
