package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON array (Json.NET: {@code JArray}). Not thread-safe. */
public final class JArray extends JContainer {
    @Override
    public TokenType type() {
        return TokenType.ARRAY;
    }

    @Override
    @Nullable
    JToken child(@Nullable Object key) {
        return (JToken) at(index(key, "Accessed", "JArray", "Int32 array index"));
    }

    @Override
    void set(@Nullable Object key, @Nullable Object value, @Nullable Evaluation evaluation) {
        setItem(index(key, "Set", "JArray", "Int32 array index"), (JToken) value, evaluation);
    }

    static int index(@Nullable Object key, String verb, String type, String expected) {
        if (key == null) {
            throw DotNetException.argumentNull("key");
        }
        if (key instanceof Integer index) {
            return index;
        }
        throw DotNetException.argument(
                verb + " " + type + " values with invalid key value: " + shown(key) + ". " + expected + " expected.",
                null);
    }

    static String shown(Object key) {
        return key instanceof String text ? '"' + text + '"' : Texts.of(key);
    }

    @Override
    void merge(Object content, MergeRules rules, Evaluation evaluation) {
        if (isMany(content) || content instanceof JArray) {
            mergeInto(this, content, rules, evaluation);
        }
    }

    static void mergeInto(JContainer target, Object content, MergeRules rules, Evaluation evaluation) {
        if (rules.arrays() == MergeRules.REPLACE && target == content) {
            return;
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : Values.iterate(content)) {
            evaluation.step();
            items.add(item);
        }
        if (rules.arrays() == MergeRules.MERGE) {
            mergeByPlace(target, items, rules, evaluation);
            return;
        }
        if (rules.arrays() == MergeRules.REPLACE) {
            target.clearItems();
        }
        Set<Deep> known = new HashSet<>();
        if (rules.arrays() == MergeRules.UNION) {
            target.children.forEach(child -> known.add(new Deep(child)));
        }
        for (Object item : items) {
            JToken token = token(item);
            if (rules.arrays() != MergeRules.UNION || known.add(new Deep(token))) {
                target.append(token, evaluation);
            }
        }
    }

    private static void mergeByPlace(
            JContainer target, List<@Nullable Object> items, MergeRules rules, Evaluation evaluation) {
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            JToken there = target.childAt(i);
            if (there == null) {
                target.append(item, evaluation);
            } else if (there instanceof JContainer container) {
                if (item != null) {
                    container.merge(item, rules, evaluation);
                }
            } else if (item != null && token(item).type() != TokenType.NULL) {
                target.setItem(i, token(item), evaluation);
            }
        }
    }

    /** A token that equals what says the same. */
    record Deep(JToken token) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Deep that && deepEquals(token, that.token);
        }

        @Override
        public int hashCode() {
            return token.deepHash(0);
        }
    }

    @Override
    JToken copy(@Nullable Evaluation evaluation, int depth) {
        return copyChildren(new JArray(), evaluation, depth);
    }

    @Override
    boolean sameAs(JToken other, int depth) {
        return other instanceof JArray that && sameChildren(that, depth);
    }

    @Override
    void write(JsonText text) {
        text.container(this, "[", "]");
    }
}
