package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which type is which other's base, and which reference may stand for which. One for a table; what it found out about a type it
 * remembers, since every call asks for the bases of the same few types. Thread-safe.
 */
final class Relations {
    /** Authors may make any number of types by nesting type arguments: beyond this many the memory starts anew. */
    private static final int REMEMBERED = 4096;

    /** Generic types whose arguments may become less special, as .NET declares them with {@code out}. */
    private static final Set<String> COVARIANT = Set.of(
            "IEnumerable",
            "IEnumerator",
            "IReadOnlyCollection",
            "IReadOnlyList",
            "IGrouping",
            "IOrderedEnumerable",
            "JEnumerable",
            "Func");

    private final TypeTable table;
    private final CsType object;
    private final Map<CsType, List<CsType>> closures = new ConcurrentHashMap<>();

    Relations(TypeTable table) {
        this.table = table;
        this.object = table.get("object");
    }

    /** The type itself and all its bases, nearest first, {@code object} last. */
    List<CsType> closure(CsType type) {
        List<CsType> known = closures.get(type);
        if (known != null) {
            return known;
        }
        List<CsType> found = findClosure(type);
        if (closures.size() >= REMEMBERED) {
            closures.clear();
        }
        closures.put(type, found);
        return found;
    }

    private List<CsType> findClosure(CsType type) {
        Set<CsType> all = new LinkedHashSet<>();
        List<CsType> next = List.of(type);
        while (!next.isEmpty()) {
            List<CsType> bases = new ArrayList<>();
            for (CsType one : next) {
                if (all.add(one)) {
                    bases.addAll(bases(one));
                }
            }
            next = bases;
        }
        all.remove(object);
        all.add(object);
        return List.copyOf(all);
    }

    private List<CsType> bases(CsType type) {
        Map<TypeDefinition, CsType> arguments = arguments(type);
        return type.definition().bases().stream()
                .map(base -> base.with(arguments))
                .toList();
    }

    /** The type arguments by the type's own parameters. */
    static Map<TypeDefinition, CsType> arguments(CsType type) {
        List<CsType> parameters = type.definition().parameters();
        if (parameters.isEmpty() || type.arguments().size() != parameters.size()) {
            return Map.of();
        }
        Map<TypeDefinition, CsType> map = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            map.put(parameters.get(i).definition(), type.arguments().get(i));
        }
        return map;
    }

    /** The type of this definition among a type and its bases. */
    @Nullable
    CsType as(CsType type, TypeDefinition definition) {
        if (type.definition() == definition) {
            return type;
        }
        for (CsType base : closure(type)) {
            if (base.definition() == definition) {
                return base;
            }
        }
        return null;
    }

    /** All types of this definition among a type and its bases: more than one makes inference ambiguous. */
    List<CsType> all(CsType type, TypeDefinition definition) {
        return closure(type).stream()
                .filter(base -> base.definition() == definition)
                .toList();
    }

    /** Whether a value of one type is one of the other without any change. */
    boolean isA(CsType from, CsType to) {
        if (from.equals(to) || to.equals(object) || to.is(Kind.DYNAMIC)) {
            return true;
        }
        if (from.is(Kind.ARRAY) && to.is(Kind.ARRAY)) {
            return !from.element().isValueType() && !to.element().isValueType() && isA(from.element(), to.element());
        }
        if (from.is(Kind.NULLABLE)) {
            return isA(from.element(), to) && !to.isValueType();
        }
        for (CsType base : closure(from)) {
            if (base.definition() == to.definition() && argumentsFit(base, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean argumentsFit(CsType from, CsType to) {
        if (from.arguments().equals(to.arguments())) {
            return true;
        }
        if (from.arguments().size() != to.arguments().size()) {
            return false;
        }
        boolean covariant = COVARIANT.contains(to.definition().name());
        for (int i = 0; i < from.arguments().size(); i++) {
            CsType a = from.arguments().get(i);
            CsType b = to.arguments().get(i);
            boolean same = isSameTuple(a, b) || isDynamicAndObject(a, b) || a.is(Kind.UNKNOWN) || b.is(Kind.UNKNOWN);
            if (!same && !(covariant && !a.isValueType() && !a.isNullable() && isA(a, b))) {
                return false;
            }
        }
        return true;
    }

    /** Equal, but for the names of a tuple's elements. */
    private static boolean isSameTuple(CsType a, CsType b) {
        if (!a.is(Kind.TUPLE)
                || !b.is(Kind.TUPLE)
                || a.arguments().size() != b.arguments().size()) {
            return a.equals(b);
        }
        for (int i = 0; i < a.arguments().size(); i++) {
            if (!isSameTuple(a.arguments().get(i), b.arguments().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDynamicAndObject(CsType a, CsType b) {
        return (a.is(Kind.DYNAMIC) && b.equals(object)) || (b.is(Kind.DYNAMIC) && a.equals(object));
    }

    /** What {@code foreach} over a type gives; absent of what cannot be enumerated. */
    @Nullable
    CsType element(CsType type) {
        if (type.is(Kind.ARRAY)) {
            return type.element();
        }
        CsType own = type.definition().enumerated();
        if (own != null) {
            return own.with(arguments(type));
        }
        TypeDefinition generic = table.find("IEnumerable", 1);
        CsType found = generic == null ? null : as(type, generic);
        if (found != null) {
            return found.arguments().get(0);
        }
        TypeDefinition plain = table.find("IEnumerable", 0);
        return plain != null && as(type, plain) != null ? object : null;
    }
}
