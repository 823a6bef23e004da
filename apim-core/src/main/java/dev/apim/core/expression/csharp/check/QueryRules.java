package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code from … select …}: written as the calls it stands for, C# specification §12.20.3, and checked as these. Several range variables
 * travel together as an anonymous object, nested from the left, and each use of one reaches into it.
 */
final class QueryRules {
    private final Checker checker;

    QueryRules(Checker checker) {
        this.checker = checker;
    }

    Bound query(Expr.Query query, Scope scope) {
        Expr written = new Translation(query).calls();
        return checker.value(written, scope).at(query.span());
    }

    /** Range variables that travel together: each is taken out of the object that carries them, in front of what uses them. */
    Bound carried(Expr.Carried carried, Scope outer) {
        Scope scope = outer.block();
        List<Node> nodes = new ArrayList<>();
        for (String name : carried.names()) {
            Expr member = new Expr.Member(
                    carried.span(),
                    new Expr.Name(carried.span(), carried.carrier(), List.of()),
                    name,
                    carried.span(),
                    List.of());
            Bound value = checker.value(member, outer);
            var variable = scope.function().variable(name);
            scope.add(new Local(name, value.type(), variable, scope.function(), null, "a range variable"));
            nodes.add(Variables.declare(variable, value.node()));
        }
        Bound body = checker.value(carried.body(), scope);
        nodes.add(body.node());
        return Bound.of(body.type(), Logic.sequence(nodes), body.span());
    }

    /** One query on its way to calls. */
    private static final class Translation {
        private final List<Expr.QueryClause> clauses;
        /** The range variables so far; more than one are members of an anonymous object. */
        private final List<String> names = new ArrayList<>();

        private Expr source;
        private int at = 1;

        Translation(Expr.Query query) {
            this.clauses = query.clauses();
            Expr.From from = (Expr.From) clauses.get(0);
            names.add(from.name());
            this.source = cast(from.source(), from.type());
        }

        Expr calls() {
            while (at < clauses.size()) {
                Expr.QueryClause clause = clauses.get(at);
                at++;
                source = translate(clause);
            }
            return source;
        }

        private Expr translate(Expr.QueryClause clause) {
            if (clause instanceof Expr.Where where) {
                return call(where.span(), "Where", lambda(where.condition()));
            }
            if (clause instanceof Expr.OrderBy orderBy) {
                return orderBy(orderBy);
            }
            if (clause instanceof Expr.Select select) {
                boolean itself = names.size() == 1
                        && select.value() instanceof Expr.Name name
                        && name.name().equals(names.get(0))
                        && at > 2;
                return itself ? source : call(select.span(), "Select", lambda(select.value()));
            }
            if (clause instanceof Expr.GroupBy group) {
                boolean itself = names.size() == 1
                        && group.value() instanceof Expr.Name name
                        && name.name().equals(names.get(0));
                return itself
                        ? call(group.span(), "GroupBy", lambda(group.key()))
                        : call(group.span(), "GroupBy", lambda(group.key()), lambda(group.value()));
            }
            if (clause instanceof Expr.Let let) {
                Expr result = call(let.span(), "Select", lambda(together(let.span(), let.name(), let.value())));
                names.add(let.name());
                return result;
            }
            if (clause instanceof Expr.Into into) {
                names.clear();
                names.add(into.name());
                return source;
            }
            return clause instanceof Expr.Join join ? join(join) : from((Expr.From) clause);
        }

        private Expr orderBy(Expr.OrderBy orderBy) {
            Expr sorted = source;
            String method = "OrderBy";
            for (Expr.Ordering ordering : orderBy.orderings()) {
                source = sorted;
                sorted = call(
                        orderBy.span(), method + (ordering.descending() ? "Descending" : ""), lambda(ordering.key()));
                method = "ThenBy";
            }
            return sorted;
        }

        private Expr from(Expr.From from) {
            Expr.Lambda inner = lambda(cast(from.source(), from.type()));
            Expr.Lambda result =
                    pair(from.span(), from.name(), together(from.span(), from.name(), name(from.span(), from.name())));
            Expr call = call(from.span(), "SelectMany", inner, result);
            names.add(from.name());
            return call;
        }

        private Expr join(Expr.Join join) {
            Expr.Lambda left = lambda(join.left());
            Expr.Lambda right = plainLambda(join.span(), List.of(join.name()), join.right());
            String added = join.into() == null ? join.name() : join.into();
            Expr.Lambda result = pair(join.span(), added, together(join.span(), added, name(join.span(), added)));
            Expr call = call(
                    join.span(),
                    join.into() == null ? "Join" : "GroupJoin",
                    cast(join.source(), join.type()),
                    left,
                    right,
                    result);
            names.add(added);
            return call;
        }

        /** The range variables so far with one more. */
        private Expr together(Span span, String added, Expr value) {
            List<Expr.AnonymousMember> members = new ArrayList<>();
            for (String known : names) {
                members.add(new Expr.AnonymousMember(span, known, name(span, known)));
            }
            members.add(new Expr.AnonymousMember(span, added, value));
            return new Expr.Anonymous(span, members);
        }

        /** {@code x => body}; where several variables travel together, each is taken out of the object first. */
        private Expr.Lambda lambda(Expr body) {
            return names.size() == 1
                    ? plainLambda(body.span(), List.copyOf(names), body)
                    : plainLambda(
                            body.span(),
                            List.of(CARRIER),
                            new Expr.Carried(body.span(), CARRIER, List.copyOf(names), body));
        }

        private Expr.Lambda pair(Span span, String added, Expr body) {
            return names.size() == 1
                    ? plainLambda(span, List.of(names.get(0), added), body)
                    : plainLambda(
                            span,
                            List.of(CARRIER, added),
                            new Expr.Carried(body.span(), CARRIER, List.copyOf(names), body));
        }

        private static final String CARRIER = "<range>";

        private static Expr.Lambda plainLambda(Span span, List<String> parameters, Expr body) {
            List<Expr.Parameter> all = new ArrayList<>();
            for (String name : parameters) {
                all.add(new Expr.Parameter(span, null, name, Expr.Argument.Mode.VALUE, false, null));
            }
            return new Expr.Lambda(span, all, body, null);
        }

        private static Expr name(Span span, String name) {
            return new Expr.Name(span, name, List.of());
        }

        private Expr call(Span span, String method, Expr... arguments) {
            return call(source, span, method, List.of(), arguments);
        }

        private static Expr call(Expr target, Span span, String method, List<TypeSyntax> types, Expr... arguments) {
            List<Expr.Argument> all = new ArrayList<>();
            for (Expr argument : arguments) {
                all.add(new Expr.Argument(argument.span(), null, Expr.Argument.Mode.VALUE, argument));
            }
            return new Expr.Invocation(span, new Expr.Member(span, target, method, span, types), all);
        }

        private static Expr cast(Expr source, @Nullable TypeSyntax type) {
            return type == null ? source : call(source, source.span(), "Cast", List.of(type));
        }
    }
}
