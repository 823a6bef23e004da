package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types of tuples that know the names of their elements; the same names make the same type. */
final class TupleNames {
    private final TypeTable table;
    private final Map<List<@Nullable String>, TypeDefinition> definitions = new HashMap<>();
    private final Map<TypeDefinition, List<@Nullable String>> names = new HashMap<>();

    TupleNames(TypeTable table) {
        this.table = table;
    }

    /** A tuple of these types; a name may be missing. */
    CsType type(List<CsType> types, List<@Nullable String> elements) {
        if (elements.stream().allMatch(Objects::isNull)) {
            return table.tuple(types);
        }
        List<@Nullable String> key = Collections.unmodifiableList(new ArrayList<>(elements));
        TypeDefinition known = definitions.get(key);
        if (known == null) {
            known = TypeDefinition.local(table, "ValueTuple", Kind.TUPLE, builder -> builder.base("object"));
            definitions.put(key, known);
            names.put(known, key);
        }
        return new CsType(known, List.copyOf(types));
    }

    /** Which element has a name, also {@code Item1}; below 0 if none has. */
    int index(CsType tuple, String name) {
        int named = names.getOrDefault(tuple.definition(), List.of()).indexOf(name);
        for (int i = 0; named < 0 && i < tuple.arguments().size(); i++) {
            if (name.equals("Item" + (i + 1))) {
                return i;
            }
        }
        return named;
    }
}
