package dev.apim.core.expression.csharp.check;

import dev.apim.core.document.NearestName;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as they are written, looked up in the table. */
final class TypeNames {
    private final TypeTable table;
    private final TupleNames tuples;
    private final Report report;
    /** Type parameters of local functions: what they stand for is known only when they are called. */
    private final Map<String, CsType> open = new HashMap<>();

    TypeNames(TypeTable table, TupleNames tuples, Report report) {
        this.tuples = tuples;
        this.table = table;
        this.report = report;
    }

    void open(List<String> typeParameters) {
        typeParameters.forEach(name -> open.put(name, table.get("dynamic")));
    }

    /** The type; where there is none, one that fits everywhere, and an error. */
    CsType resolve(TypeSyntax syntax) {
        if (syntax instanceof TypeSyntax.Array array) {
            CsType element = resolve(array.element());
            if (array.rank() > 1) {
                report.error(
                        array.span(),
                        "arrays of more than one dimension are not available; use an array of arrays, '" + element
                                + "[][]'");
                return table.unknown();
            }
            return table.array(element);
        }
        if (syntax instanceof TypeSyntax.Optional optional) {
            CsType element = resolve(optional.element());
            if (!element.isValueType() && !element.is(TypeDefinition.Kind.UNKNOWN)) {
                report.error(optional.span(), "'" + element + "' is a reference and may be null already; drop the '?'");
            }
            return table.nullable(element);
        }
        if (syntax instanceof TypeSyntax.Tuple tuple) {
            List<CsType> types = new ArrayList<>();
            List<@Nullable String> names = new ArrayList<>();
            tuple.elements().forEach(element -> {
                types.add(resolve(element.type()));
                names.add(element.name());
            });
            return tuples.type(types, names);
        }
        return named((TypeSyntax.Named) syntax);
    }

    private CsType named(TypeSyntax.Named named) {
        List<TypeSyntax.Part> parts = named.parts();
        TypeSyntax.Part last = parts.get(parts.size() - 1);
        List<CsType> arguments = new ArrayList<>();
        last.arguments().forEach(argument -> arguments.add(resolve(argument)));
        if (parts.size() == 1 && arguments.isEmpty() && open.containsKey(last.name())) {
            return open.get(last.name());
        }
        TypeDefinition found = find(parts, arguments.size());
        if (found == null) {
            unknown(named, arguments.size());
            return table.unknown();
        }
        if (found.name().equals("Nullable") && arguments.size() == 1) {
            return table.nullable(arguments.get(0));
        }
        return new CsType(found, List.copyOf(arguments));
    }

    private @Nullable TypeDefinition find(List<TypeSyntax.Part> parts, int arguments) {
        TypeSyntax.Part last = parts.get(parts.size() - 1);
        String qualifier = parts.stream()
                .limit(parts.size() - 1L)
                .map(TypeSyntax.Part::name)
                .collect(Collectors.joining("."));
        return find(qualifier, last.name(), arguments);
    }

    /** A type in a namespace; without one in any, since all of them are imported. */
    @Nullable
    TypeDefinition find(String qualifier, String name, int arguments) {
        TypeDefinition found = table.find(name, arguments);
        if (found == null || qualifier.isEmpty()) {
            return found;
        }
        String namespace = found.namespace();
        return namespace.equals(qualifier) || namespace.endsWith("." + qualifier)
                ? found
                : table.find(qualifier + "." + name, arguments);
    }

    private void unknown(TypeSyntax.Named named, int arguments) {
        TypeSyntax.Part last = named.parts().get(named.parts().size() - 1);
        report.error(last.span(), message(last.name(), arguments));
    }

    /** What to say of a name that is no type of the table. */
    String message(String name, int arguments) {
        String refusal = table.refusal(name);
        if (refusal != null) {
            return "'" + name + "' is not available in policy expressions: " + refusal;
        }
        for (int count = 0; count < 9; count++) {
            TypeDefinition other = count == arguments ? null : table.find(name, count);
            if (other != null) {
                return "'" + name + "' takes " + count + " type argument" + (count == 1 ? "" : "s") + ", found "
                        + arguments;
            }
        }
        List<String> names =
                table.all().stream().map(TypeDefinition::name).distinct().toList();
        return "'" + name + "' is no type that policy expressions may use"
                + NearestName.of(name, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }
}
