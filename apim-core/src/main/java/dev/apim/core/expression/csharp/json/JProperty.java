package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A name and its value in a JSON object (Json.NET: {@code JProperty}). Not thread-safe. */
public final class JProperty extends JContainer {
    private final String name;

    private JProperty(String name) {
        this.name = name;
    }

    /** One with a value; several values become an array. */
    public JProperty(@Nullable String name, @Nullable Object content, @Nullable Evaluation evaluation) {
        if (name == null) {
            throw DotNetException.argumentNull("name");
        }
        this.name = name;
        JToken value;
        if (isMany(content)) {
            JArray array = new JArray();
            array.append(content, evaluation);
            value = array;
        } else {
            value = token(content);
        }
        insertItem(0, value, evaluation);
    }

    /** One whose value is still to be read. */
    static JProperty unread(String name) {
        return new JProperty(name);
    }

    @Override
    public TokenType type() {
        return TokenType.PROPERTY;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its value. */
    public JToken value() {
        return Objects.requireNonNull(childAt(0));
    }

    /** Puts another value. */
    void value(@Nullable JToken value, @Nullable Evaluation evaluation) {
        setItem(0, value, evaluation);
    }

    @Override
    void insertItem(int index, @Nullable JToken item, @Nullable Evaluation evaluation) {
        if (item != null && item.type() == TokenType.COMMENT) {
            return;
        }
        if (!children.isEmpty()) {
            throw JsonErrors.json(typeName() + " cannot have multiple values.");
        }
        super.insertItem(0, item, evaluation);
    }

    @Override
    void removeItemAt(int index) {
        throw fixed();
    }

    @Override
    boolean removeItem(@Nullable JToken item) {
        throw fixed();
    }

    @Override
    void clearItems() {
        throw fixed();
    }

    private DotNetException fixed() {
        return JsonErrors.json("Cannot add or remove items from " + typeName() + ".");
    }

    @Override
    @Nullable
    JToken child(@Nullable Object key) {
        throw noChildren("access");
    }

    @Override
    void merge(Object content, MergeRules rules, Evaluation evaluation) {
        if (content instanceof JProperty other && other.value().type() != TokenType.NULL) {
            value(other.value(), evaluation);
        }
    }

    @Override
    JToken copy(@Nullable Evaluation evaluation, int depth) {
        return copyChildren(new JProperty(name), evaluation, depth);
    }

    @Override
    boolean sameAs(JToken other, int depth) {
        return other instanceof JProperty that && name.equals(that.name) && sameChildren(that, depth);
    }

    @Override
    int deepHash(int depth) {
        return name.hashCode() ^ super.deepHash(depth);
    }

    @Override
    void write(JsonText text) {
        text.name(name);
        children.forEach(child -> child.write(text));
    }
}
