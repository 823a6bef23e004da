package dev.apim.core.expression.csharp.check;

import dev.apim.core.document.NearestName;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Casts;
import dev.apim.core.expression.csharp.plan.Comparison;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Tuples;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Property;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code target.Name}: properties, fields, methods to be called. */
final class MemberRules {
    private final Checker checker;
    private final Deque<Bound> receivers = new ArrayDeque<>();

    MemberRules(Checker checker) {
        this.checker = checker;
    }

    Meaning member(Meaning target, String name, List<CsType> typeArguments, Span span) {
        if (target instanceof Meaning.OfType type) {
            return ofType(type.type(), name, typeArguments, span);
        }
        return ofObject(checker.value(target), name, typeArguments, span);
    }

    /** The methods of a name that a value has, where it has a property of that name that cannot be called; else null. */
    @Nullable
    Meaning method(Meaning target, String name, List<CsType> typeArguments, Span span) {
        if (!(target instanceof Bound bound)
                || bound.type().is(Kind.DYNAMIC)
                || bound.type().is(Kind.TUPLE)) {
            return null;
        }
        Property property = property(bound.type(), name);
        if (property == null
                || property.type().definition().invoke() != null
                || property.type().is(Kind.DYNAMIC)) {
            return null;
        }
        List<Method> methods = methods(bound.type(), name).stream()
                .filter(method -> !method.isStatic())
                .toList();
        List<Method> extensions = checker.table().extensions(name);
        return methods.isEmpty() && extensions.isEmpty()
                ? null
                : new Meaning.OfMethods(bound, bound.type(), name, methods, extensions, typeArguments, span);
    }

    private Meaning ofType(CsType type, String name, List<CsType> typeArguments, Span span) {
        if (type.is(Kind.UNKNOWN)) {
            return checker.unknown(span);
        }
        for (CsType base : checker.relations().closure(type)) {
            Property property = base.definition().property(name);
            if (property != null && property.isStatic()) {
                return read(property, base, null, span);
            }
        }
        List<Method> methods =
                methods(type, name).stream().filter(Method::isStatic).toList();
        if (!methods.isEmpty()) {
            return new Meaning.OfMethods(null, type, name, methods, List.of(), typeArguments, span);
        }
        boolean needsObject =
                property(type, name) != null || !methods(type, name).isEmpty();
        checker.report()
                .error(
                        span,
                        needsObject
                                ? "'" + name + "' belongs to a value of '" + type + "', not to the type"
                                : unknown(type, name, true));
        return checker.unknown(span);
    }

    private Meaning ofObject(Bound target, String name, List<CsType> typeArguments, Span span) {
        CsType type = target.type();
        if (type.is(Kind.UNKNOWN)) {
            return checker.unknown(span);
        }
        if (type.is(Kind.DYNAMIC)) {
            return dynamicMember(target, name, span);
        }
        if (type.is(Kind.NULL) || type.is(Kind.VOID)) {
            checker.report().error(span, "'" + type + "' has no members, found '." + name + "'");
            return checker.unknown(span);
        }
        Bound special = type.isNullable()
                ? ofNullable(target, name, span)
                : type.is(Kind.TUPLE) ? element(target, name, span) : null;
        if (special != null) {
            return special;
        }
        for (CsType base : checker.relations().closure(type)) {
            Property property = base.definition().property(name);
            if (property != null && !property.isStatic()) {
                return read(property, base, target, span);
            }
        }
        List<Method> methods = methods(type, name).stream()
                .filter(method -> !method.isStatic())
                .toList();
        List<Method> extensions = checker.table().extensions(name);
        if (!methods.isEmpty() || !extensions.isEmpty()) {
            return new Meaning.OfMethods(target, type, name, methods, extensions, typeArguments, span);
        }
        boolean isStatic = property(type, name) != null || !methods(type, name).isEmpty();
        checker.report()
                .error(
                        span,
                        isStatic
                                ? "'" + name + "' belongs to the type: write '" + type + "." + name + "'"
                                : unknown(type, name, false));
        return checker.unknown(span);
    }

    /** All methods of a name, the type's own first; what a class has itself hides what its interfaces ask for. */
    List<Method> methods(CsType type, String name) {
        List<Method> own = new ArrayList<>();
        List<Method> asked = new ArrayList<>();
        for (CsType base : checker.relations().closure(type)) {
            boolean isAsked = base.is(Kind.INTERFACE) && !type.is(Kind.INTERFACE);
            (isAsked ? asked : own).addAll(base.definition().methods(name));
        }
        return own.isEmpty() ? asked : own;
    }

    private @Nullable Property property(CsType type, String name) {
        for (CsType base : checker.relations().closure(type)) {
            Property property = base.definition().property(name);
            if (property != null) {
                return property;
            }
        }
        return null;
    }

    private Bound read(Property property, CsType owner, @Nullable Bound target, Span span) {
        CsType type = property.type().with(Relations.arguments(owner));
        if (property.isConstant()) {
            return Bound.constant(type, property.constant(), span);
        }
        checker.footprint().costs(property.cost());
        List<Node> arguments = target == null ? List.of() : List.of(target.node());
        Node node = Calls.property(
                property.getter(), arguments, target != null, owner.arguments(), canBeText(property.type()));
        Bound value = Bound.of(type, node, span).from(source(target, property.name()));
        return value.assignable(new PropertyPlace(property, target, owner, span));
    }

    private static boolean canBeText(CsType type) {
        return !type.isValueType()
                && !type.definition().javaClass().getPackageName().startsWith("dev.apim");
    }

    private static Bound.Source source(@Nullable Bound target, String name) {
        if (target == null || target.source() == Bound.Source.OTHER) {
            return Bound.Source.OTHER;
        }
        if (target.source() == Bound.Source.CONTEXT) {
            return switch (name) {
                case "Request" -> Bound.Source.REQUEST;
                case "Response" -> Bound.Source.RESPONSE;
                default -> Bound.Source.OTHER;
            };
        }
        return name.equals("Body") ? target.source() : Bound.Source.OTHER;
    }

    /** Writing a property. */
    private final class PropertyPlace implements Bound.Assigned {
        private final Property property;
        private final @Nullable Bound target;
        private final CsType owner;
        private final Span span;

        PropertyPlace(Property property, @Nullable Bound target, CsType owner, Span span) {
            this.property = property;
            this.target = target;
            this.owner = owner;
            this.span = span;
        }

        @Override
        public Node write(Node value) {
            Code setter = property.setter();
            if (setter == null || target == null) {
                checker.report().error(span, "'" + property.name() + "' of '" + owner + "' can be read only");
                return value;
            }
            return Calls.assign(setter, List.of(target.node()), value);
        }
    }

    /** A member of an object whose type is known only when it runs; behind it an argument list may follow. */
    private Meaning dynamicMember(Bound target, String name, Span span) {
        Node node = checker.dynamic().member(target.node(), name);
        return Bound.of(checker.type("dynamic"), node, span)
                .assignable(value -> checker.dynamic().setMember(target.node(), name, value));
    }

    private @Nullable Bound ofNullable(Bound target, String name, Span span) {
        if (name.equals("HasValue")) {
            return Bound.of(checker.type("bool"), Comparison.isNull(target.node(), false), span);
        }
        if (name.equals("Value")) {
            return Bound.of(target.type().element(), Casts.value(target.node()), span);
        }
        return null;
    }

    private @Nullable Bound element(Bound target, String name, Span span) {
        int index = checker.tupleNames().index(target.type(), name);
        if (index < 0) {
            return null;
        }
        CsType type = target.type().arguments().get(index);
        Bound.Assigned whole = target.assigned();
        return Bound.of(type, Tuples.element(target.node(), index), span).assignable(value -> {
            if (whole == null) {
                checker.report().error(span, "this tuple is no variable; its elements cannot be assigned");
                return value;
            }
            return Tuples.element(whole.write(Tuples.with(target.node(), index, value)), index);
        });
    }

    /** The names of all members. */
    Set<String> names(CsType type) {
        Set<String> all = new TreeSet<>();
        for (CsType base : checker.relations().closure(type)) {
            all.addAll(names(base.definition(), true));
            all.addAll(names(base.definition(), false));
        }
        return all;
    }

    /** What to say of a member that is not there. */
    String unknown(CsType type, String name, boolean isStatic) {
        Set<String> known = new TreeSet<>();
        for (CsType base : checker.relations().closure(type)) {
            String refusal = base.definition().refusal(name);
            if (refusal != null) {
                return "'" + type + "." + name + "' is not available in policy expressions: " + refusal;
            }
            known.addAll(names(base.definition(), isStatic));
        }
        return "'" + type + "' has no member '" + name + "' that policy expressions may use"
                + NearestName.of(name, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    private static Set<String> names(TypeDefinition type, boolean isStatic) {
        Set<String> names = new TreeSet<>();
        type.properties().stream()
                .filter(property -> property.isStatic() == isStatic)
                .forEach(property -> names.add(property.name()));
        type.methods()
                .forEach(overloads -> overloads.stream()
                        .filter(method -> method.isStatic() == isStatic)
                        .filter(method -> Character.isUpperCase(method.name().charAt(0)))
                        .forEach(method -> names.add(method.name())));
        return names;
    }

    /** {@code target?.access}: what stands before the {@code ?.} is kept, from where the access takes it. */
    Bound conditionalAccess(Expr.ConditionalAccess access, Scope scope) {
        Bound target = checker.value(access.target(), scope);
        if (target.type().is(Kind.UNKNOWN)) {
            return checker.unknown(access.span());
        }
        if (target.type().isValueType()) {
            checker.report()
                    .error(
                            access.target().span(),
                            "'?.' asks whether a value is null, and '" + target.type() + "' never is; use '.'");
            return checker.unknown(access.span());
        }
        var variable = scope.function().variable("?");
        CsType held = target.type().isNullable() ? target.type().element() : target.type();
        receivers.push(Bound.of(held, Variables.get(variable), target.span()).from(target.source()));
        Bound result = checker.value(access.access(), scope);
        receivers.pop();
        CsType type = result.type().isValueType() ? checker.table().nullable(result.type()) : result.type();
        return Bound.of(type, Logic.conditionalAccess(target.node(), variable, result.node()), access.span());
    }

    /** What stands before the innermost {@code ?.}. */
    Bound receiver() {
        return receivers.getFirst();
    }

    /** Keeps a value where reading and writing can both find it. */
    Bound keep(Bound value, Scope scope, List<Node> before) {
        var variable = scope.function().variable("kept");
        before.add(Variables.declare(variable, value.node()));
        return new Bound(value.type(), Variables.get(variable), false, null, value.source(), value.span());
    }
}
