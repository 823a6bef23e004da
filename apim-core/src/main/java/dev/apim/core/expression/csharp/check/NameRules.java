package dev.apim.core.expression.csharp.check;

import dev.apim.core.document.NearestName;
import dev.apim.core.expression.csharp.plan.Paths;
import dev.apim.core.expression.csharp.plan.Variables;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.TypeSyntax;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names: of variables, of {@code context}, of types and namespaces. */
final class NameRules {
    private static final String CONTEXT = "context";

    private final Checker checker;

    NameRules(Checker checker) {
        this.checker = checker;
    }

    Meaning meaning(Expr expr, Scope scope) {
        if (expr instanceof Expr.TypeName type) {
            return new Meaning.OfType(checker.typeNames().resolve(type.type()), type.span());
        }
        if (expr instanceof Expr.Name name) {
            return name(name, scope);
        }
        Expr.Member member = (Expr.Member) expr;
        return member(checker.meaning(member.target(), scope), member, false);
    }

    /** The same where it is not called: the name of a local function stands for a method then. */
    Meaning taken(Expr expr, Scope scope) {
        Meaning found = meaning(expr, scope);
        if (!(expr instanceof Expr.Name name) || !(found instanceof Bound function)) {
            return found;
        }
        Local local = scope.find(name.name());
        if (local == null || !FunctionRules.LOCAL.equals(local.readOnly())) {
            return found;
        }
        List<Method> invoke = function.type().definition().methods("Invoke");
        return new Meaning.OfMethods(function, function.type(), name.name(), invoke, List.of(), List.of(), name.span());
    }

    /** {@code target.name}. */
    Meaning member(Meaning target, Expr.Member member, boolean called) {
        List<CsType> arguments = resolve(member.typeArguments());
        if (target instanceof Meaning.OfNamespace namespace) {
            return qualified(namespace.name(), member.name(), arguments, member.span());
        }
        Meaning found = called ? checker.members().method(target, member.name(), arguments, member.nameSpan()) : null;
        return found != null ? found : checker.members().member(target, member.name(), arguments, member.nameSpan());
    }

    private List<CsType> resolve(List<TypeSyntax> types) {
        List<CsType> resolved = new ArrayList<>();
        types.forEach(type -> resolved.add(checker.typeNames().resolve(type)));
        return resolved;
    }

    private Meaning name(Expr.Name name, Scope scope) {
        Local local = name.typeArguments().isEmpty() ? scope.find(name.name()) : null;
        if (local != null) {
            return local(local, scope, name.span());
        }
        if (name.name().equals(CONTEXT) && name.typeArguments().isEmpty()) {
            return Bound.of(checker.type("IProxyRequestContext"), Paths.CONTEXT, name.span())
                    .from(Bound.Source.CONTEXT);
        }
        List<CsType> arguments = resolve(name.typeArguments());
        TypeDefinition type = checker.table().find(name.name(), arguments.size());
        if (type != null) {
            return new Meaning.OfType(typeOf(type, arguments), name.span());
        }
        if (checker.table().isNamespace(name.name())) {
            return new Meaning.OfNamespace(name.name(), name.span());
        }
        checker.report().error(name.span(), unknown(name.name(), scope));
        return checker.unknown(name.span());
    }

    private CsType typeOf(TypeDefinition type, List<CsType> arguments) {
        return type.name().equals("Nullable") && arguments.size() == 1
                ? checker.table().nullable(arguments.get(0))
                : new CsType(type, List.copyOf(arguments));
    }

    private Bound local(Local local, Scope scope, Span span) {
        if (local.constant() != null) {
            return local.constant().at(span);
        }
        var variable = scope.function().reach(local.variable(), local.function());
        Bound value = Bound.of(local.type(), Variables.get(variable), span);
        if (local.readOnly() != null) {
            return value.assignable(written -> {
                checker.report()
                        .error(span, "'" + local.name() + "' is " + local.readOnly() + " and cannot be assigned");
                return written;
            });
        }
        return value.assignable(written -> Variables.set(variable, written));
    }

    private Meaning qualified(String namespace, String name, List<CsType> arguments, Span span) {
        TypeDefinition type = checker.typeNames().find(namespace, name, arguments.size());
        if (type != null) {
            return new Meaning.OfType(typeOf(type, arguments), span);
        }
        String deeper = namespace + "." + name;
        if (checker.table().isNamespace(deeper)) {
            return new Meaning.OfNamespace(deeper, span);
        }
        checker.report().error(span, checker.typeNames().message(name, arguments.size()));
        return checker.unknown(span);
    }

    private String unknown(String name, Scope scope) {
        String refusal = checker.table().refusal(name);
        if (refusal != null) {
            return "'" + name + "' is not available in policy expressions: " + refusal;
        }
        if (checker.table().all().stream().anyMatch(type -> type.name().equals(name))) {
            return checker.typeNames().message(name, 0);
        }
        Set<String> known = scope.names();
        known.add(CONTEXT);
        checker.table().all().stream()
                .filter(type -> type.kind() != Kind.UNKNOWN)
                .forEach(type -> known.add(type.name()));
        return "the name '" + name + "' is not known here"
                + NearestName.of(name, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; expected 'context', a variable or a type that policy expressions may use");
    }
}
