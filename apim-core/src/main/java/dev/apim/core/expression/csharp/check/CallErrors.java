package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.Overloads.Given;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Parameter;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to say of a call that no method fits. */
final class CallErrors {
    private static final int SHOWN = 4;

    private CallErrors() {}

    static String message(Checker checker, Meaning.OfMethods methods, List<Given> given) {
        List<Method> own = methods.methods();
        List<Method> all = own.isEmpty() ? fitting(checker, methods) : own;
        if (all.isEmpty()) {
            return checker.members().unknown(methods.owner(), methods.name(), methods.target() == null);
        }
        if (all.size() == 1) {
            Map<TypeDefinition, CsType> types = Receivers.of(checker, methods.owner());
            return arguments(all.get(0), types, given, "'" + methods.name() + "'");
        }
        return "no overload of '" + methods.name() + "' takes " + shown(given) + "; expected " + overloads(all);
    }

    /** Extension methods whose first parameter takes the object. */
    private static List<Method> fitting(Checker checker, Meaning.OfMethods methods) {
        List<Method> fitting = new ArrayList<>();
        for (Method method : methods.extensions()) {
            CsType first = method.parameters().get(0).type();
            boolean takes = first.isOpen()
                    ? checker.relations().as(methods.owner(), first.definition()) != null
                    : checker.rules().isImplicit(methods.owner(), first);
            if (takes || first.is(TypeDefinition.Kind.PARAMETER)) {
                fitting.add(method);
            }
        }
        return fitting;
    }

    /** Of one method, the number of arguments, or the first that does not fit. */
    static String arguments(Method method, Map<TypeDefinition, CsType> types, List<Given> given, String what) {
        long parameters = method.parameters().stream()
                .filter(parameter -> parameter.mode() != Parameter.Mode.THIS)
                .count();
        if (parameters != given.size()) {
            return what + " takes " + parameters + " argument" + (parameters == 1 ? "" : "s") + ", found "
                    + given.size() + "; expected " + method;
        }
        return what + " takes " + signature(method, types) + ", found " + shown(given);
    }

    static String indexer(Checker checker, CsType type, List<Given> given) {
        List<Method> indexers = checker.members().methods(type, Method.INDEX);
        if (indexers.isEmpty()) {
            return "'" + type + "' has no elements to be reached by '[…]'";
        }
        return "'" + type + "[…]' takes "
                + indexers.stream()
                        .map(method -> signature(method, Receivers.of(checker, type)))
                        .distinct()
                        .collect(Collectors.joining(" or "))
                + ", found " + shown(given);
    }

    private static String signature(Method method, Map<TypeDefinition, CsType> types) {
        return method.parameters().stream()
                .filter(parameter -> parameter.mode() != Parameter.Mode.THIS)
                .map(parameter -> parameter.type().with(types) + " " + parameter.name())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String overloads(List<Method> all) {
        String text = all.stream().limit(SHOWN).map(Method::toString).collect(Collectors.joining(" or "));
        return all.size() > SHOWN ? text + " or " + (all.size() - SHOWN) + " more" : text;
    }

    private static String shown(List<Given> given) {
        return given.stream().map(CallErrors::type).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String type(Given given) {
        if (given.meaning() instanceof Bound bound) {
            return bound.type().toString();
        }
        if (given.meaning() instanceof Meaning.Untyped untyped && untyped.expr() instanceof Expr.Lambda) {
            return "a lambda";
        }
        return given.meaning() instanceof Meaning.OfMethods methods ? "the method " + methods.name() : "?";
    }
}
