package dev.apim.core.expression.csharp;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference page of the types of C# expressions, written from the table itself. */
final class TypeReference {
    private static final String INTRODUCTION = """
            # Types and members of C# expressions

            Everything that a C# policy expression can reach, and nothing else. What a member does is what .NET 8 does, with the invariant culture; the
            [guide](expressions-csharp.md) tells where that shows. `this` before a parameter marks an extension method.

            This page is written from the table that expressions are checked against; a test holds it to that.
            """;

    private TypeReference() {}

    static String page(TypeTable table) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Map<String, List<TypeDefinition>> namespaces = new TreeMap<>();
        for (TypeDefinition type : table.all()) {
            if (type.kind() != Kind.DYNAMIC && type.kind() != Kind.VOID) {
                namespaces
                        .computeIfAbsent(type.namespace(), name -> new ArrayList<>())
                        .add(type);
            }
        }
        namespaces.forEach((namespace, types) -> {
            page.append("\n## ")
                    .append(namespace.isEmpty() ? "What `context` leads to" : namespace)
                    .append("\n");
            types.stream()
                    .sorted(Comparator.comparing(type -> type.open().toString()))
                    .forEach(type -> type(page, type));
        });
        refusedTypes(page, table);
        return page.toString();
    }

    private static void type(StringBuilder page, TypeDefinition type) {
        page.append("\n### ").append(text(type.open().toString())).append("\n\n");
        page.append(kind(type.kind()));
        List<String> bases = type.bases().stream()
                .map(CsType::toString)
                .filter(base -> !base.equals("object"))
                .toList();
        if (!bases.isEmpty()) {
            page.append(" Also a ").append(code(bases));
            page.append(".");
        }
        page.append("\n");
        List<String> members = members(type);
        if (!members.isEmpty()) {
            page.append("\n");
            members.forEach(member -> page.append("- `").append(member).append("`\n"));
        }
        refusals(page, type.refusals());
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case CLASS -> "A class.";
            case STATIC -> "A class of static members.";
            case STRUCT -> "A structure.";
            case INTERFACE -> "An interface.";
            case ENUM -> "An enumeration.";
            case DELEGATE -> "A delegate.";
            default -> "A type of the language.";
        };
    }

    private static List<String> members(TypeDefinition type) {
        if (type.kind() == Kind.ENUM) {
            return type.properties().stream().map(property -> property.name()).toList();
        }
        List<String> members =
                new ArrayList<>(type.properties().stream().map(Object::toString).toList());
        for (List<Method> overloads : type.methods()) {
            overloads.stream()
                    .filter(method -> !method.name().equals(Method.SET_INDEX))
                    .map(Method::toString)
                    .forEach(members::add);
        }
        return members;
    }

    private static void refusals(StringBuilder page, Map<String, String> refusals) {
        if (!refusals.isEmpty()) {
            page.append("\nNot available:\n\n");
            refusals.forEach((name, reason) ->
                    page.append("- `").append(name).append("`: ").append(reason).append("\n"));
        }
    }

    private static void refusedTypes(StringBuilder page, TypeTable table) {
        page.append("\n## Types that are not available\n\n");
        new TreeMap<>(table.refusals())
                .forEach((name, reason) -> page.append("- `")
                        .append(name)
                        .append("`: ")
                        .append(reason)
                        .append("\n"));
    }

    private static String code(List<String> types) {
        return types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }

    /** Angle brackets outside code would be taken for HTML. */
    private static String text(String type) {
        return type.replace("<", "\\<");
    }
}
