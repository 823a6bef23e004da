package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.DynamicObject;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object (Json.NET: {@code JObject}). Its children are its properties; as a dictionary it has names and their values.
 * Not thread-safe.
 */
public final class JObject extends JContainer implements DictionaryView, DynamicObject {
    private static final int INDEXED_FROM = 8;
    private static final int FIRST_IGNORING_CASE = 1;

    private @Nullable Map<String, JProperty> byName;

    @Override
    public TokenType type() {
        return TokenType.OBJECT;
    }

    /** The property of a name. */
    public @Nullable JProperty property(@Nullable String name) {
        if (byName != null) {
            return byName.get(name);
        }
        for (JToken child : children) {
            if (child instanceof JProperty property && property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    /** The property of a name, or else of one that equals it by a {@code StringComparison}. */
    @Nullable
    JProperty property(@Nullable String name, EnumValue comparison) {
        JProperty exact = property(name);
        if (exact != null || name == null || comparison.value() % 2 != FIRST_IGNORING_CASE) {
            return exact;
        }
        for (JToken child : children) {
            if (child instanceof JProperty property && property.name().equalsIgnoreCase(name)) {
                return property;
            }
        }
        return null;
    }

    /** The value of a name. */
    public @Nullable JToken value(@Nullable String name) {
        JProperty property = property(name);
        return property == null ? null : property.value();
    }

    /** Puts a property of this name, whether there is one or not. */
    public void put(String name, @Nullable JToken value, @Nullable Evaluation evaluation) {
        JProperty property = property(name);
        if (property != null) {
            property.value(value, evaluation);
        } else {
            insertItem(children.size(), new JProperty(name, value, evaluation), evaluation);
        }
    }

    /** What {@code d.name} of a {@code dynamic} is: the property's value, null without one. */
    @Override
    public @Nullable Object dynamicGet(String name) {
        return value(name);
    }

    /** What {@code d.name = value} of a {@code dynamic} does. */
    @Override
    public void dynamicSet(String name, @Nullable Object value) {
        put(name, token(value), null);
    }

    @Override
    @Nullable
    JToken child(@Nullable Object key) {
        return value(name(key, "Accessed"));
    }

    @Override
    void set(@Nullable Object key, @Nullable Object value, @Nullable Evaluation evaluation) {
        put(name(key, "Set"), (JToken) value, evaluation);
    }

    private static String name(@Nullable Object key, String verb) {
        if (key == null) {
            throw DotNetException.argumentNull("key");
        }
        if (key instanceof String name) {
            return name;
        }
        throw DotNetException.argument(
                verb + " JObject values with invalid key value: " + JArray.shown(key)
                        + ". Object property name expected.",
                null);
    }

    @Override
    void check(JToken item, @Nullable JToken replaced) {
        if (!(item instanceof JProperty property)) {
            throw cannotAdd(item);
        }
        boolean sameName = replaced instanceof JProperty before && before.name().equals(property.name());
        if (!sameName && property(property.name()) != null) {
            throw DotNetException.argument(
                    "Can not add property " + property.name() + " to " + typeName()
                            + ". Property with the same name already exists on object.",
                    null);
        }
    }

    @Override
    void insertItem(int index, @Nullable JToken item, @Nullable Evaluation evaluation) {
        if (item != null && item.type() == TokenType.COMMENT) {
            return;
        }
        super.insertItem(index, item, evaluation);
    }

    @Override
    void link(int index, JToken item) {
        super.link(index, item);
        if (byName != null) {
            byName.put(((JProperty) item).name(), (JProperty) item);
        } else if (children.size() > INDEXED_FROM) {
            byName = new HashMap<>();
            for (JToken child : children) {
                byName.put(((JProperty) child).name(), (JProperty) child);
            }
        }
    }

    @Override
    void setItem(int index, @Nullable JToken item, @Nullable Evaluation evaluation) {
        JToken before = childAt(index);
        super.setItem(index, item, evaluation);
        if (byName != null
                && before instanceof JProperty old
                && childAt(index) instanceof JProperty now
                && now != old) {
            byName.remove(old.name());
            byName.put(now.name(), now);
        }
    }

    @Override
    void removeItemAt(int index) {
        if (byName != null && childAt(index) instanceof JProperty property) {
            byName.remove(property.name());
        }
        super.removeItemAt(index);
    }

    @Override
    void clearItems() {
        super.clearItems();
        byName = null;
    }

    @Override
    void merge(Object content, MergeRules rules, Evaluation evaluation) {
        if (!(content instanceof JObject other)) {
            return;
        }
        for (Object child : other) {
            evaluation.step();
            JProperty from = (JProperty) Objects.requireNonNull(child);
            JProperty existing = property(from.name(), rules.names());
            if (existing == null) {
                insertItem(children.size(), new JProperty(from.name(), from.value(), evaluation), evaluation);
            } else if (existing.value() instanceof JContainer both
                    && both.type() == from.value().type()) {
                both.merge(from.value(), rules, evaluation);
            } else if (rules.nulls() || from.value().type() != TokenType.NULL) {
                existing.value(from.value(), evaluation);
            }
        }
    }

    @Override
    JToken copy(@Nullable Evaluation evaluation, int depth) {
        return copyChildren(new JObject(), evaluation, depth);
    }

    @Override
    boolean sameAs(JToken other, int depth) {
        JsonErrors.checkDepth(depth);
        if (!(other instanceof JObject that) || that.children.size() != children.size()) {
            return false;
        }
        for (JToken child : children) {
            JProperty twin = that.property(((JProperty) child).name());
            if (twin == null || !child.sameAs(twin, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void write(JsonText text) {
        text.container(this, "{", "}");
    }

    /** Its pairs of name and value, as {@code foreach} gives them. */
    @Override
    public Iterable<@Nullable Object> pairs() {
        return () -> {
            Iterator<@Nullable Object> properties = iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return properties.hasNext();
                }

                @Override
                public Object next() {
                    JProperty property = (JProperty) Objects.requireNonNull(properties.next());
                    return new KeyValuePair(property.name(), property.value());
                }
            };
        };
    }

    @Override
    public boolean containsKey(Object key) {
        return property((String) key) != null;
    }

    @Override
    public @Nullable Object get(Object key) {
        return value((String) key);
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        put((String) key, (JToken) value, null);
    }

    @Override
    public void addPair(Object key, @Nullable Object value) {
        insertItem(count(), new JProperty((String) key, value, null), null);
    }

    @Override
    public boolean removeKey(Object key) {
        return removeItem(property((String) key));
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void clear() {
        clearItems();
    }
}
