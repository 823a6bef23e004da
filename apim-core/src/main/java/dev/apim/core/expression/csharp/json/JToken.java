package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a JSON tree (Json.NET: {@code JToken}). It knows its parent; iterating gives its children. Not thread-safe. */
public abstract sealed class JToken implements Iterable<@Nullable Object> permits JContainer, JValue {
    /** What a token counts where tokens are made, in characters. */
    static final int WEIGHT = 16;

    /** A text of so many characters counts as one token's step before it is read. */
    static final int CHARACTERS_A_TOKEN = 4;

    @Nullable
    JContainer parent;

    /** Where it was last seen among its parent's children: a hint that spares a search. */
    int place;

    /** Where it ended in the text it was read from, a container where it began; 0 of one that was not read. */
    int line;

    int column;

    /** What it is. */
    public abstract TokenType type();

    /** Whether it has children. */
    public abstract boolean hasValues();

    abstract JToken copy(@Nullable Evaluation evaluation, int depth);

    abstract boolean sameAs(JToken other, int depth);

    abstract int deepHash(int depth);

    abstract void write(JsonText text);

    /** Its .NET type. */
    String typeName() {
        return "Newtonsoft.Json.Linq." + getClass().getSimpleName();
    }

    /** What it lies in. */
    public @Nullable JContainer parent() {
        return parent;
    }

    JToken root() {
        JToken token = this;
        while (token.parent != null) {
            token = token.parent;
        }
        return token;
    }

    @Nullable
    JToken next() {
        return parent == null ? null : parent.childAt(parent.indexOf(this) + 1);
    }

    @Nullable
    JToken previous() {
        return parent == null ? null : parent.childAt(parent.indexOf(this) - 1);
    }

    @Nullable
    JToken first() {
        throw noChildren("access");
    }

    @Nullable
    JToken last() {
        throw noChildren("access");
    }

    /** Its children, not to be changed. */
    List<JToken> children() {
        return List.of();
    }

    /** The child of this key. */
    @Nullable
    JToken child(@Nullable Object key) {
        throw noChildren("access");
    }

    /** Puts a child. */
    void set(@Nullable Object key, @Nullable Object value, @Nullable Evaluation evaluation) {
        throw noChildren("set");
    }

    final DotNetException noChildren(String verb) {
        return DotNetException.invalidOperation("Cannot " + verb + " child value on " + typeName() + ".");
    }

    /** Where it lies in its document. */
    public String path() {
        List<JToken> way = new ArrayList<>();
        for (JToken token = this; token != null; token = token.parent) {
            way.add(token);
        }
        Collections.reverse(way);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < way.size() && parent != null; i++) {
            JToken token = way.get(i);
            if (token instanceof JProperty property) {
                JsonPosition.name(path, property.name());
            } else if (!(token instanceof JObject) && token instanceof JContainer list && i + 1 < way.size()) {
                JsonPosition.index(path, list.indexOf(way.get(i + 1)));
            }
        }
        return path.toString();
    }

    JContainer parentOrThrow() {
        if (parent == null) {
            throw DotNetException.invalidOperation("The parent is missing.");
        }
        return parent;
    }

    /** Takes it out of its parent. */
    void remove() {
        parentOrThrow().removeItem(this);
    }

    /** Puts another in its place. */
    void replace(@Nullable JToken replacement, Evaluation evaluation) {
        JContainer container = parentOrThrow();
        container.setItem(container.indexOf(this), replacement, evaluation);
    }

    void addBeside(int distance, @Nullable Object content, Evaluation evaluation) {
        JContainer container = parentOrThrow();
        container.add(container.indexOf(this) + distance, content, evaluation);
    }

    /** A copy of the whole, without a parent. */
    public final JToken deepClone(@Nullable Evaluation evaluation) {
        return copied(evaluation, 0);
    }

    final JToken copied(@Nullable Evaluation evaluation, int depth) {
        JToken copy = copy(evaluation, depth);
        copy.line = line;
        copy.column = column;
        return copy;
    }

    /** Whether two say the same. */
    public static boolean deepEquals(@Nullable JToken left, @Nullable JToken right) {
        return left == right || (left != null && right != null && left.sameAs(right, 0));
    }

    /** The number of tokens in it, itself included, but no more than is worth counting. */
    final long size(int depth) {
        JsonErrors.checkDepth(depth);
        long size = 1;
        for (JToken child : children()) {
            size += child.size(depth + 1);
        }
        return size;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return Collections.<@Nullable Object>emptyList().iterator();
    }

    /** Its JSON, with or without line breaks and two spaces a level. */
    public final String text(boolean indented) {
        JsonText text = new JsonText(indented);
        write(text);
        return text.toString();
    }

    /** Its JSON, indented; of a value its text. */
    @Override
    public String toString() {
        return text(true);
    }
}
