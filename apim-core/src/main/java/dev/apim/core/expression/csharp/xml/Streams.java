package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.text.TextSink;
import dev.apim.core.expression.csharp.text.TextSource;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** XML from a {@code StringReader} and into a {@code StringWriter}; nothing else is read or written. */
final class Streams {
    private Streams() {}

    static String read(@Nullable Object reader) {
        return ((TextSource) NodeTypes.required(reader, "textReader")).readToEnd();
    }

    /** {@code Save} of a node with its declaration. */
    static void saving(TypeBuilder type, @Nullable Function<XNode, @Nullable XDeclaration> declaration) {
        type.methodWith("void Save(TextWriter textWriter)", (call, a) -> {
                    TextSink sink = (TextSink) NodeTypes.required(a[1], "textWriter");
                    sink.write(call.evaluation(), saved(declaration, a, 0));
                    return null;
                })
                .costly()
                .methodWith("void Save(TextWriter textWriter, SaveOptions options)", (call, a) -> {
                    TextSink sink = (TextSink) NodeTypes.required(a[1], "textWriter");
                    long options = ((EnumValue) Objects.requireNonNull(a[2])).value();
                    sink.write(call.evaluation(), saved(declaration, a, options));
                    return null;
                })
                .costly();
    }

    private static String saved(
            @Nullable Function<XNode, @Nullable XDeclaration> declaration, @Nullable Object[] a, long options) {
        XNode node = NodeTypes.self(a);
        return NodeTypes.saved(node, declaration == null ? null : declaration.apply(node), options);
    }
}
