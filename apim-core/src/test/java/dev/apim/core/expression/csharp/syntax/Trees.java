package dev.apim.core.expression.csharp.syntax;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints expressions and types for tests: {@code (+ a (call b.c 1))}. */
final class Trees {
    private Trees() {}

    static String print(ParsedExpression parsed) {
        Expr expression = parsed.expression();
        return expression != null
                ? print(expression)
                : StatementTrees.list(requireNonNull(parsed.block()).statements());
    }

    static String print(Expr expr) {
        if (expr instanceof Expr.Literal e) {
            return literal(e.value());
        } else if (expr instanceof Expr.Name e) {
            return e.name() + typeArguments(e.typeArguments());
        } else if (expr instanceof Expr.TypeName e) {
            return type(e.type());
        } else if (expr instanceof Expr.Member e) {
            return print(e.target()) + "." + e.name() + typeArguments(e.typeArguments());
        } else if (expr instanceof Expr.Receiver) {
            return "";
        } else if (expr instanceof Expr.ConditionalAccess e) {
            return "(?. " + print(e.target()) + " " + print(e.access()) + ")";
        } else if (expr instanceof Expr.Element e) {
            return print(e.target()) + join("[", e.arguments(), Trees::argument, "]");
        } else if (expr instanceof Expr.Invocation e) {
            return print(e.target()) + join("(", e.arguments(), Trees::argument, ")");
        } else if (expr instanceof Expr.Unary e) {
            return node(e.operator(), print(e.operand()));
        } else if (expr instanceof Expr.Step e) {
            String operator = e.increment() ? "++" : "--";
            return e.prefix() ? node(operator, print(e.operand())) : node(print(e.operand()), operator);
        } else if (expr instanceof Expr.Binary e) {
            return node(e.operator(), print(e.left()), print(e.right()));
        } else if (expr instanceof Expr.Conditional e) {
            return node("?:", print(e.condition()), print(e.whenTrue()), print(e.whenFalse()));
        } else if (expr instanceof Expr.Assignment e) {
            return node(e.operator() + "=", print(e.target()), print(e.value()));
        }
        return withTypes(expr);
    }

    private static String withTypes(Expr expr) {
        if (expr instanceof Expr.Is e) {
            return node("is", print(e.operand()), pattern(e.pattern()));
        } else if (expr instanceof Expr.As e) {
            return node("as", print(e.operand()), type(e.type()));
        } else if (expr instanceof Expr.Cast e) {
            return node("cast", type(e.type()), print(e.operand()));
        } else if (expr instanceof Expr.Declaration e) {
            return node("declare", type(e.type()), e.name());
        } else if (expr instanceof Expr.DeconstructionDeclaration e) {
            return node("var", join("(", e.elements(), Trees::print, ")"));
        } else if (expr instanceof Expr.Default e) {
            return e.type() == null ? "default" : node("default", type(e.type()));
        } else if (expr instanceof Expr.TypeOf e) {
            return node("typeof", type(e.type()));
        } else if (expr instanceof Expr.NameOf e) {
            return node("nameof", print(e.argument()));
        } else if (expr instanceof Expr.Checked e) {
            return node(e.isChecked() ? "checked" : "unchecked", print(e.operand()));
        } else if (expr instanceof Expr.Throw e) {
            return node("throw", print(e.exception()));
        } else if (expr instanceof Expr.Tuple e) {
            return join("(tuple ", e.elements(), x -> (x.name() == null ? "" : x.name() + ":") + print(x.value()), ")");
        } else if (expr instanceof Expr.Placeholder e) {
            return "{{" + e.name() + "}}";
        } else if (expr instanceof Expr.Missing) {
            return "<missing>";
        } else if (expr instanceof Expr.Lambda e) {
            Expr value = e.expression();
            String body = value != null ? print(value) : StatementTrees.print(requireNonNull(e.body()));
            return node("=>", parameters(e.parameters()), body);
        } else if (expr instanceof Expr.Query e) {
            return join("(query ", e.clauses(), Trees::clause, ")").replace(", (", " (");
        } else if (expr instanceof Expr.Interpolated e) {
            return join("$(", e.parts(), Trees::part, ")");
        }
        return creation(expr);
    }

    private static String creation(Expr expr) {
        if (expr instanceof Expr.Creation e) {
            String arguments = join("(", e.arguments(), Trees::argument, ")");
            return "new " + type(e.type()) + arguments + initializer(e.initializer());
        } else if (expr instanceof Expr.ArrayCreation e) {
            return "array " + (e.type() == null ? "?" : type(e.type()))
                    + (e.sizes().isEmpty() ? "" : join("[", e.sizes(), Trees::print, "]"))
                    + (e.elements() == null ? "" : join("{", e.elements(), Trees::print, "}"));
        } else if (expr instanceof Expr.Anonymous e) {
            return join("new {", e.members(), m -> (m.name() == null ? "" : m.name() + " = ") + print(m.value()), "}");
        }
        throw new AssertionError(expr);
    }

    private static String initializer(Expr.@Nullable Initializer initializer) {
        if (initializer == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        initializer
                .elements()
                .forEach(e -> parts.add(e.size() == 1 ? print(e.get(0)) : join("{", e, Trees::print, "}")));
        for (Expr.MemberInitializer member : initializer.members()) {
            Expr value = member.value();
            parts.add((member.name() == null ? join("[", member.index(), Trees::print, "]") : member.name()) + " = "
                    + (value == null ? initializer(member.initializer()) : print(value)));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String clause(Expr.QueryClause clause) {
        if (clause instanceof Expr.From c) {
            return node("from", typed(c.type(), c.name()), print(c.source()));
        } else if (clause instanceof Expr.Let c) {
            return node("let", c.name(), print(c.value()));
        } else if (clause instanceof Expr.Where c) {
            return node("where", print(c.condition()));
        } else if (clause instanceof Expr.Join c) {
            String into = c.into() == null ? "" : " into " + c.into();
            return node("join", typed(c.type(), c.name()), print(c.source()), print(c.left()), print(c.right()) + into);
        } else if (clause instanceof Expr.OrderBy c) {
            return join("(orderby ", c.orderings(), o -> print(o.key()) + (o.descending() ? " desc" : ""), ")");
        } else if (clause instanceof Expr.Select c) {
            return node("select", print(c.value()));
        } else if (clause instanceof Expr.GroupBy c) {
            return node("group", print(c.value()), print(c.key()));
        } else if (clause instanceof Expr.Into c) {
            return node("into", c.name());
        }
        throw new AssertionError(clause);
    }

    private static String typed(@Nullable TypeSyntax type, String name) {
        return type == null ? name : type(type) + " " + name;
    }

    private static String part(Expr.InterpolatedPart part) {
        if (part instanceof Expr.Hole hole) {
            Expr alignment = hole.alignment();
            return "{" + print(hole.value()) + (alignment == null ? "" : "," + print(alignment))
                    + (hole.format() == null ? "" : ":" + hole.format()) + "}";
        }
        return literal(((Expr.Text) part).text());
    }

    private static String argument(Expr.Argument argument) {
        String name = argument.name() == null ? "" : argument.name() + ": ";
        String mode = argument.mode() == Expr.Argument.Mode.VALUE
                ? ""
                : argument.mode().name().toLowerCase(Locale.ROOT) + " ";
        return name + mode + print(argument.value());
    }

    static String parameters(List<Expr.Parameter> parameters) {
        return join("(", parameters, Trees::parameter, ")");
    }

    private static String parameter(Expr.Parameter parameter) {
        Expr value = parameter.value();
        String mode = parameter.mode() == Expr.Argument.Mode.VALUE
                ? ""
                : parameter.mode().name().toLowerCase(Locale.ROOT) + " ";
        return (parameter.isParams() ? "params " : "")
                + mode
                + typed(parameter.type(), parameter.name())
                + (value == null ? "" : " = " + print(value));
    }

    static String pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Constant p) {
            return print(p.value());
        } else if (pattern instanceof Pattern.OfType p) {
            return node("type", type(p.type()));
        } else if (pattern instanceof Pattern.Declaration p) {
            return node("declare", type(p.type()), p.name());
        } else if (pattern instanceof Pattern.Any p) {
            return node("var", p.name());
        }
        throw new AssertionError(pattern);
    }

    static String type(TypeSyntax type) {
        if (type instanceof TypeSyntax.Named t) {
            return join("", t.parts(), p -> p.name() + typeArguments(p.arguments()), "")
                    .replace(", ", ".");
        } else if (type instanceof TypeSyntax.Array t) {
            return "array" + t.rank() + "<" + type(t.element()) + ">";
        } else if (type instanceof TypeSyntax.Optional t) {
            return type(t.element()) + "?";
        } else if (type instanceof TypeSyntax.Tuple t) {
            return join("(", t.elements(), e -> type(e.type()) + (e.name() == null ? "" : " " + e.name()), ")");
        }
        throw new AssertionError(type);
    }

    private static String typeArguments(List<TypeSyntax> arguments) {
        return arguments.isEmpty() ? "" : join("<", arguments, Trees::type, ">").replace(", ", ",");
    }

    /** Strings in quotation marks, the others with the name of their type where it is not plain. */
    private static String literal(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + text + "\"";
        }
        if (value == null) {
            return "null";
        }
        boolean plain = value instanceof Integer || value instanceof Boolean;
        return plain ? String.valueOf(value) : value.getClass().getSimpleName() + ":" + value;
    }

    static String node(String... parts) {
        return "(" + String.join(" ", parts) + ")";
    }

    static <T> String join(String before, List<T> items, Function<? super T, String> text, String behind) {
        return before + String.join(", ", items.stream().map(text).toList()) + behind;
    }
}
