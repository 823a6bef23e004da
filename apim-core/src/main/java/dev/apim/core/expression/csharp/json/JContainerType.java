package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code JContainer}. */
final class JContainerType {
    private JContainerType() {}

    static void define(TypeBuilder type) {
        type.base("JToken", "IList<JToken>")
                .property("int Count", (JContainer container) -> container.count())
                .methodWith("void Add(object content)", (call, a) -> {
                    self(a).append(a[1], call.evaluation());
                    return null;
                })
                .methodWith("void AddFirst(object content)", (call, a) -> {
                    self(a).add(0, a[1], call.evaluation());
                    return null;
                })
                .methodWith("void ReplaceAll(object content)", (call, a) -> {
                    self(a).clearItems();
                    self(a).append(a[1], call.evaluation());
                    return null;
                })
                .method("void RemoveAll()", (JContainer container) -> {
                    container.clearItems();
                    return null;
                })
                .methodWith("void Merge(object content)", (call, a) -> merge(call, a, new MergeRules()))
                .methodWith(
                        "void Merge(object content, JsonMergeSettings settings)",
                        (call, a) -> merge(call, a, a[2] instanceof MergeRules rules ? rules : new MergeRules()))
                .methodWith(
                        "IEnumerable<JToken> Descendants()",
                        (call, a) -> Tokens.descendants(self(a), false, call.evaluation()))
                .methodWith(
                        "IEnumerable<JToken> DescendantsAndSelf()",
                        (call, a) -> Tokens.descendants(self(a), true, call.evaluation()))
                .refused("CreateWriter", "Azure's expressions have no writers");
    }

    static JContainer self(@Nullable Object[] a) {
        return (JContainer) Objects.requireNonNull(a[0]);
    }

    private static @Nullable Object merge(Code.Call call, @Nullable Object[] a, MergeRules rules) {
        Object content = a[1];
        if (content == null) {
            return null;
        }
        if (!(content instanceof JToken) && !JContainer.isMany(content)) {
            throw DotNetException.argument(
                    "Could not determine JSON object type for type " + Names.of(content) + ".", "content");
        }
        self(a).merge(content, rules, call.evaluation());
        return null;
    }

    /**
     * The writing half of an indexer. It has no evaluation at hand, so what it copies is bounded on its own.
     *
     * @param signature of the reading half
     */
    static void setIndex(TypeBuilder type, String signature) {
        type.setIndex(signature, (JToken token, @Nullable Object key, @Nullable Object value) -> {
            token.set(key, value, null);
            return null;
        });
    }

    /** Content given as {@code params object[]}. */
    static <C extends JContainer> C filled(C container, @Nullable Object content, Evaluation evaluation) {
        container.append(content, evaluation);
        return container;
    }
}
