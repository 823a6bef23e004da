package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import org.jspecify.annotations.Nullable;

/** A JavaScript constructor call in JSON, {@code new Date(1)} (Json.NET: {@code JConstructor}). Not thread-safe. */
public final class JConstructor extends JContainer {
    private @Nullable String name;

    /** One of a name. */
    public JConstructor(@Nullable String name) {
        this.name = name;
    }

    @Override
    public TokenType type() {
        return TokenType.CONSTRUCTOR;
    }

    /** Its name. */
    public @Nullable String name() {
        return name;
    }

    void name(@Nullable String other) {
        name = other;
    }

    @Override
    @Nullable
    JToken child(@Nullable Object key) {
        return (JToken) at(JArray.index(key, "Accessed", "JConstructor", "Argument position index"));
    }

    @Override
    void set(@Nullable Object key, @Nullable Object value, @Nullable Evaluation evaluation) {
        setItem(JArray.index(key, "Set", "JConstructor", "Argument position index"), (JToken) value, evaluation);
    }

    @Override
    void merge(Object content, MergeRules rules, Evaluation evaluation) {
        if (!(content instanceof JConstructor other)) {
            return;
        }
        if (other.name != null) {
            name = other.name;
        }
        JArray.mergeInto(this, other, rules, evaluation);
    }

    @Override
    JToken copy(@Nullable Evaluation evaluation, int depth) {
        return copyChildren(new JConstructor(name), evaluation, depth);
    }

    @Override
    boolean sameAs(JToken other, int depth) {
        return other instanceof JConstructor that
                && java.util.Objects.equals(name, that.name)
                && sameChildren(that, depth);
    }

    @Override
    void write(JsonText text) {
        text.container(this, "new " + Texts.orEmpty(name) + "(", ")");
    }
}
