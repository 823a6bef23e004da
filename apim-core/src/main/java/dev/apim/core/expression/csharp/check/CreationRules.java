package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Candidate;
import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.plan.Arrays;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Tuples;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.AnonymousObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code new}, with what stands in braces behind it; tuples and anonymous objects. */
final class CreationRules {
    private final Checker checker;
    /** Anonymous types of the same names and types in one expression are one type. */
    private final Map<String, TypeDefinition> anonymous = new HashMap<>();

    CreationRules(Checker checker) {
        this.checker = checker;
    }

    Bound object(Expr.Creation creation, Scope scope) {
        CsType type = checker.typeNames().resolve(creation.type());
        List<Given> given = checker.calls().given(creation.arguments(), scope);
        if (type.is(Kind.UNKNOWN)) {
            return checker.unknown(creation.span());
        }
        Bound made = create(type, given, creation);
        return creation.initializer() == null ? made : initialized(made, creation.initializer(), scope);
    }

    private Bound create(CsType type, List<Given> given, Expr.Creation creation) {
        List<Method> constructors = type.definition().methods(Method.CONSTRUCTOR);
        boolean isStructDefault = given.isEmpty() && type.isValueType();
        List<Candidate> found =
                checker.overloads().applicable(constructors, Relations.arguments(type), List.of(), given);
        if (found.isEmpty() && isStructDefault) {
            return checker.defaultOf(type, creation.span());
        }
        if (type.is(Kind.DELEGATE) && given.size() == 1) {
            return checker.convert(given.get(0).meaning(), type).at(creation.span());
        }
        if (found.isEmpty()) {
            boolean dynamic = given.stream()
                    .anyMatch(one ->
                            one.meaning() instanceof Bound bound && bound.type().is(Kind.DYNAMIC));
            if (dynamic) {
                List<Node> nodes = given.stream()
                        .map(one -> checker.value(one.meaning()).node())
                        .toList();
                return Bound.of(type, checker.dynamic().create(type, nodes), creation.span());
            }
            checker.report().error(creation.span(), noConstructor(type, constructors, given));
            return checker.unknown(creation.span());
        }
        return checker.calls().bind(found.get(0), null, type, given, creation.span());
    }

    private String noConstructor(CsType type, List<Method> constructors, List<Given> given) {
        String refusal = type.definition().refusal(Method.CONSTRUCTOR);
        if (refusal != null || constructors.isEmpty()) {
            return "'" + type + "' cannot be made by 'new'" + (refusal == null ? "" : ": " + refusal);
        }
        Meaning.OfMethods methods =
                new Meaning.OfMethods(null, type, "new " + type, constructors, List.of(), List.of(), new Span(0, 0));
        return CallErrors.message(checker, methods, given);
    }

    private Bound initialized(Bound made, Expr.Initializer initializer, Scope scope) {
        List<Node> nodes = new ArrayList<>();
        Bound object = checker.members().keep(made, scope, nodes);
        initialize(object, initializer, scope, nodes);
        nodes.add(object.node());
        return Bound.of(made.type(), Logic.sequence(nodes), made.span());
    }

    private void initialize(Bound object, Expr.Initializer initializer, Scope scope, List<Node> nodes) {
        for (List<Expr> element : initializer.elements()) {
            List<Expr.Argument> arguments = element.stream()
                    .map(value -> new Expr.Argument(value.span(), null, Expr.Argument.Mode.VALUE, value))
                    .toList();
            Span span = element.get(0).span();
            Meaning add = checker.members().member(object, "Add", List.of(), span);
            if (add instanceof Meaning.OfMethods methods) {
                nodes.add(checker.calls()
                        .call(methods, checker.calls().given(arguments, scope), span)
                        .node());
            }
        }
        for (Expr.MemberInitializer member : initializer.members()) {
            nodes.add(member(object, member, scope));
        }
    }

    private Node member(Bound object, Expr.MemberInitializer member, Scope scope) {
        Bound place = place(object, member, scope);
        Expr value = member.value();
        if (value == null && member.initializer() != null) {
            return initialized(place, member.initializer(), scope).node();
        }
        Bound converted = value instanceof Expr.ArrayCreation braces
                        && braces.type() == null
                        && place.type().is(Kind.ARRAY)
                ? array(braces, scope, place.type())
                : checker.convert(checker.meaning(java.util.Objects.requireNonNull(value), scope), place.type());
        Bound.Assigned assigned = place.assigned();
        return assigned == null ? converted.node() : assigned.write(converted.node());
    }

    private Bound place(Bound object, Expr.MemberInitializer member, Scope scope) {
        if (member.name() != null) {
            return checker.value(checker.members().member(object, member.name(), List.of(), member.span()));
        }
        List<Expr.Argument> index = member.index().stream()
                .map(value -> new Expr.Argument(value.span(), null, Expr.Argument.Mode.VALUE, value))
                .toList();
        return checker.calls().element(object, checker.calls().given(index, scope), member.span(), scope);
    }

    /**
     * An array.
     *
     * @param wanted its type, for braces within an array's braces
     */
    Bound array(Expr.ArrayCreation creation, Scope scope, @Nullable CsType wanted) {
        CsType type = creation.type() == null ? wanted : checker.typeNames().resolve(creation.type());
        List<Expr> elements = creation.elements();
        if (elements == null) {
            return sized(creation, type == null ? checker.table().unknown() : type, scope);
        }
        List<Meaning> meanings = new ArrayList<>();
        CsType element = type != null && type.is(Kind.ARRAY) ? type.element() : null;
        for (Expr value : elements) {
            boolean braces = value instanceof Expr.ArrayCreation inner
                    && inner.type() == null
                    && inner.sizes().isEmpty();
            meanings.add(
                    braces && element != null
                            ? array((Expr.ArrayCreation) value, scope, element)
                            : checker.meaning(value, scope));
        }
        if (element == null) {
            element = inferred(meanings, creation.span());
        }
        List<Node> nodes = new ArrayList<>();
        for (Meaning meaning : meanings) {
            nodes.add(checker.convert(meaning, element).node());
        }
        return Bound.of(checker.table().array(element), Arrays.of(element, nodes), creation.span());
    }

    private CsType inferred(List<Meaning> meanings, Span span) {
        List<CsType> types = new ArrayList<>();
        for (Meaning meaning : meanings) {
            if (meaning instanceof Bound bound && !types.contains(bound.type())) {
                types.add(bound.type());
            }
        }
        CsType common = checker.common(types);
        if (common == null) {
            checker.report().error(span, "the elements have no type in common; write it: 'new object[] { … }'");
            return checker.table().unknown();
        }
        return common;
    }

    private Bound sized(Expr.ArrayCreation creation, CsType type, Scope scope) {
        if (creation.sizes().size() != 1 || !type.is(Kind.ARRAY)) {
            checker.report()
                    .error(creation.span(), "an array has one size; for more dimensions use an array of arrays");
            return checker.unknown(creation.span());
        }
        Bound size = checker.convert(checker.meaning(creation.sizes().get(0), scope), checker.type("int"));
        return Bound.of(type, Arrays.sized(type.element(), size.node()), creation.span());
    }

    Bound anonymous(Expr.Anonymous creation, Scope scope) {
        List<String> names = new ArrayList<>();
        List<CsType> types = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        for (Expr.AnonymousMember member : creation.members()) {
            String name = member.name() != null ? member.name() : lastName(member.value());
            if (name == null) {
                checker.report().error(member.span(), "give this member a name: 'name = …'");
                name = "?";
            }
            Bound value = checker.value(member.value(), scope);
            if (value.type().is(Kind.NULL) || value.type().is(Kind.VOID)) {
                checker.report()
                        .error(
                                member.span(),
                                "the type of '" + name
                                        + "' does not show; cast the value, for instance '(string)null'");
            }
            if (names.contains(name)) {
                checker.report().error(member.span(), "'" + name + "' is a member already; choose another name");
            }
            names.add(name);
            types.add(value.type());
            values.add(value.node());
        }
        return Bound.of(CsType.of(typeOf(names, types)), Tuples.anonymous(names, values), creation.span());
    }

    static @Nullable String lastName(Expr value) {
        if (value instanceof Expr.Name name) {
            return name.name();
        }
        if (value instanceof Expr.Member member) {
            return member.name();
        }
        return value instanceof Expr.ConditionalAccess access ? lastName(access.access()) : null;
    }

    private TypeDefinition typeOf(List<String> names, List<CsType> types) {
        String key = names + ":" + types;
        return anonymous.computeIfAbsent(
                key,
                none -> TypeDefinition.local(
                        checker.table(), "anonymous type " + shown(names, types), Kind.ANONYMOUS, builder -> {
                            builder.base("object");
                            for (int i = 0; i < names.size(); i++) {
                                int index = i;
                                builder.property(
                                        names.get(i),
                                        types.get(i),
                                        (AnonymousObject object) ->
                                                object.values().get(index));
                            }
                        }));
    }

    private static String shown(List<String> names, List<CsType> types) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            members.add(types.get(i) + " " + names.get(i));
        }
        return "{ " + String.join(", ", members) + " }";
    }

    Meaning tuple(Expr.Tuple tuple, Scope scope) {
        List<Bound> elements = new ArrayList<>();
        List<@Nullable String> names = new ArrayList<>();
        for (Expr.TupleElement element : tuple.elements()) {
            Meaning meaning = checker.meaning(element.value(), scope);
            Bound value = meaning instanceof Meaning.Untyped untyped && untyped.expr() instanceof Expr.Default
                    ? Bound.constant(checker.table().nullType(), null, untyped.span())
                    : checker.value(meaning);
            elements.add(value);
            names.add(element.name() != null ? element.name() : lastName(element.value()));
        }
        CsType type =
                checker.tupleNames().type(elements.stream().map(Bound::type).toList(), names);
        return Bound.of(type, tupleNode(elements.stream().map(Bound::node).toList()), tuple.span());
    }

    Node tupleNode(List<Node> elements) {
        return Tuples.of(elements);
    }
}
