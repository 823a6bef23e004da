package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.ListView;
import dev.apim.core.expression.csharp.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A token with children (Json.NET: {@code JContainer}). A token that has a parent, or would come to lie in itself, is copied when it is
 * added; the copy counts as made by the evaluation. Not thread-safe.
 */
public abstract sealed class JContainer extends JToken implements ListView
        permits JObject, JArray, JProperty, JConstructor {
    private static final long MOST_COPIED = 1_000_000;

    final List<JToken> children = new ArrayList<>(2);
    private int changes;

    @Override
    public boolean hasValues() {
        return !children.isEmpty();
    }

    @Override
    public int count() {
        return children.size();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    List<JToken> children() {
        return Collections.unmodifiableList(children);
    }

    @Override
    @Nullable
    JToken first() {
        return childAt(0);
    }

    @Override
    @Nullable
    JToken last() {
        return childAt(children.size() - 1);
    }

    @Nullable
    JToken childAt(int index) {
        return index >= 0 && index < children.size() ? children.get(index) : null;
    }

    @Override
    public int indexOf(@Nullable Object item) {
        if (!(item instanceof JToken token) || token.parent != this) {
            return -1;
        }
        if (childAt(token.place) != token) {
            for (int i = 0; i < children.size(); i++) {
                children.get(i).place = i;
            }
        }
        return token.place;
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return indexOf(item) >= 0;
    }

    /** Refuses what cannot lie here, or tells by what it is replaced. */
    void check(JToken item, @Nullable JToken replaced) {
        if (item.type() == TokenType.PROPERTY) {
            throw cannotAdd(item);
        }
    }

    DotNetException cannotAdd(JToken item) {
        return DotNetException.argument("Can not add " + item.typeName() + " to " + typeName() + ".", null);
    }

    void insertItem(int index, @Nullable JToken item, @Nullable Evaluation evaluation) {
        if (index < 0 || index > children.size()) {
            throw DotNetException.outOfRange("Index must be within the bounds of the List.", "index");
        }
        JToken own = own(item, evaluation);
        check(own, null);
        link(index, own);
    }

    /** Appends a token that is sure to be new and fit. */
    void link(int index, JToken item) {
        item.parent = this;
        item.place = index;
        children.add(index, item);
        changes++;
    }

    void setItem(int index, @Nullable JToken item, @Nullable Evaluation evaluation) {
        if (index < 0) {
            throw DotNetException.outOfRange("Index is less than 0.", "index");
        }
        if (index >= children.size()) {
            throw DotNetException.outOfRange("Index is equal to or greater than Count.", "index");
        }
        JToken existing = children.get(index);
        if (isUnchanged(existing, item)) {
            return;
        }
        JToken own = own(item, evaluation);
        check(own, existing);
        own.parent = this;
        own.place = index;
        children.set(index, own);
        existing.parent = null;
        changes++;
    }

    void removeItemAt(int index) {
        if (index < 0) {
            throw DotNetException.outOfRange("Index is less than 0.", "index");
        }
        if (index >= children.size()) {
            throw DotNetException.outOfRange("Index is equal to or greater than Count.", "index");
        }
        children.remove(index).parent = null;
        changes++;
    }

    boolean removeItem(@Nullable JToken item) {
        int index = indexOf(item);
        if (index >= 0) {
            removeItemAt(index);
        }
        return index >= 0;
    }

    void clearItems() {
        children.forEach(child -> child.parent = null);
        children.clear();
        changes++;
    }

    static boolean isUnchanged(JToken existing, @Nullable JToken item) {
        return existing instanceof JValue value && (item == null ? value.type() == TokenType.NULL : value.equals(item));
    }

    private JToken own(@Nullable JToken item, @Nullable Evaluation evaluation) {
        if (item == null) {
            return JValue.nothing();
        }
        boolean taken = item.parent != null || item == this || (item.hasValues() && root() == item);
        return taken ? counted(item, evaluation).deepClone(evaluation) : item;
    }

    private static JToken counted(JToken item, @Nullable Evaluation evaluation) {
        long size = item.size(0);
        if (evaluation != null) {
            evaluation.make(size * WEIGHT);
        } else if (size > MOST_COPIED) {
            throw new BudgetException("More than " + MOST_COPIED + " JSON tokens were to be copied.");
        }
        return item;
    }

    /** Adds content: a token, a value, or a sequence of them. */
    void add(int index, @Nullable Object content, @Nullable Evaluation evaluation) {
        if (!isMany(content)) {
            insertItem(index, token(content), evaluation);
            return;
        }
        int at = index;
        if (content instanceof Object[] parts) {
            for (Object part : parts) {
                if (evaluation != null) {
                    evaluation.step();
                }
                add(at++, part, evaluation);
            }
            return;
        }
        for (Object part : Values.iterate(content)) {
            if (evaluation != null) {
                evaluation.step();
            }
            add(at++, part, evaluation);
        }
    }

    void append(@Nullable Object content, @Nullable Evaluation evaluation) {
        add(children.size(), content, evaluation);
    }

    static boolean isMany(@Nullable Object content) {
        return Values.isEnumerable(content)
                && !(content instanceof String)
                && !(content instanceof byte[])
                && !(content instanceof JToken);
    }

    /** The token of some content. */
    static JToken token(@Nullable Object content) {
        return content instanceof JToken token ? token : JValue.of(content);
    }

    abstract void merge(Object content, MergeRules rules, Evaluation evaluation);

    @Override
    public @Nullable Object at(int index) {
        return children.get(ListView.place(index, children.size()));
    }

    @Override
    public void setAt(int index, @Nullable Object item) {
        setItem(index, (JToken) item, null);
    }

    @Override
    public void insert(int index, @Nullable Object item) {
        insertItem(index, (JToken) item, null);
    }

    @Override
    public void removeAt(int index) {
        removeItemAt(index);
    }

    @Override
    public void add(@Nullable Object item) {
        append(item, null);
    }

    @Override
    public boolean remove(@Nullable Object item) {
        return item instanceof JToken token && removeItem(token);
    }

    @Override
    public void clear() {
        clearItems();
    }

    boolean sameChildren(JContainer other, int depth) {
        JsonErrors.checkDepth(depth);
        if (children.size() != other.children.size()) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).sameAs(other.children.get(i), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    <C extends JContainer> C copyChildren(C copy, @Nullable Evaluation evaluation, int depth) {
        JsonErrors.checkDepth(depth);
        for (JToken child : children) {
            copy.takeCopy(child.copied(evaluation, depth + 1));
        }
        return copy;
    }

    void takeCopy(JToken child) {
        link(children.size(), child);
    }

    @Override
    int deepHash(int depth) {
        JsonErrors.checkDepth(depth);
        int hash = 0;
        for (JToken child : children) {
            hash ^= child.deepHash(depth + 1);
        }
        return hash;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Children();
    }

    /** Ends with .NET's exception when the list has been changed meanwhile. */
    private final class Children implements Iterator<@Nullable Object> {
        private final int expected = changes;
        private int at;

        @Override
        public boolean hasNext() {
            if (changes != expected) {
                throw DotNetException.invalidOperation(
                        "Collection was modified; enumeration operation may not execute.");
            }
            return at < children.size();
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return children.get(at++);
        }
    }
}
