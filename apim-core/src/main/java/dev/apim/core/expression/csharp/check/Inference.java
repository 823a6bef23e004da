package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type parameters of a method stand for in a call that does not say: C# specification §12.6.3. */
final class Inference {
    private final Checker checker;
    private final Map<TypeDefinition, List<CsType>> bounds = new LinkedHashMap<>();
    private final Map<TypeDefinition, CsType> fixed = new HashMap<>();

    Inference(Checker checker, List<CsType> parameters) {
        this.checker = checker;
        parameters.forEach(parameter -> bounds.put(parameter.definition(), new ArrayList<>()));
    }

    /** The types by parameter; absent where one cannot be told. */
    @Nullable
    Map<TypeDefinition, CsType> infer(List<CsType> parameterTypes, List<Overloads.Given> given) {
        for (int i = 0; i < given.size(); i++) {
            Meaning meaning = given.get(i).meaning();
            if (meaning instanceof Bound bound) {
                lower(parameterTypes.get(i), bound.type());
            } else if (checker.isTypedLambda(meaning)) {
                lambdaParameters(parameterTypes.get(i), meaning);
            }
        }
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (!(given.get(i).meaning() instanceof Bound)) {
                waiting.add(i);
            }
        }
        while (true) {
            boolean progress = false;
            for (Integer index : List.copyOf(waiting)) {
                if (output(parameterTypes.get(index), given.get(index).meaning())) {
                    waiting.remove(index);
                    progress = true;
                }
            }
            if (!progress) {
                break;
            }
        }
        for (TypeDefinition parameter : bounds.keySet()) {
            if (!fix(parameter)) {
                return null;
            }
        }
        return fixed;
    }

    private void lambdaParameters(CsType parameterType, Meaning lambda) {
        List<CsType> wanted = checker.delegateParameters(parameterType);
        List<CsType> written = checker.lambdaParameters(lambda);
        for (int i = 0; wanted != null && written != null && i < Math.min(wanted.size(), written.size()); i++) {
            lower(wanted.get(i), written.get(i));
        }
    }

    /** What a lambda or method gives, once what it takes is known. */
    private boolean output(CsType parameterType, Meaning argument) {
        List<CsType> takes = checker.delegateParameters(parameterType);
        CsType gives = checker.delegateResult(parameterType);
        if (takes == null || gives == null) {
            return true;
        }
        List<CsType> known = new ArrayList<>();
        for (CsType type : takes) {
            for (TypeDefinition needed : parametersOf(type)) {
                if (!fix(needed)) {
                    return false;
                }
            }
            known.add(type.with(fixed));
        }
        CsType result = checker.resultOf(argument, known);
        if (result != null && !result.is(Kind.VOID)) {
            lower(gives, result);
        }
        return true;
    }

    private List<TypeDefinition> parametersOf(CsType type) {
        List<TypeDefinition> found = new ArrayList<>();
        if (type.is(Kind.PARAMETER) && bounds.containsKey(type.definition())) {
            found.add(type.definition());
        }
        type.arguments().forEach(argument -> found.addAll(parametersOf(argument)));
        return found;
    }

    private void lower(CsType parameterType, CsType actual) {
        if (parameterType.is(Kind.PARAMETER)) {
            List<CsType> known = bounds.get(parameterType.definition());
            if (known != null && !actual.is(Kind.NULL) && !known.contains(actual)) {
                known.add(actual);
            }
            return;
        }
        if (parameterType.arguments().isEmpty() || !parameterType.isOpen()) {
            return;
        }
        if (actual.is(Kind.DYNAMIC) || actual.is(Kind.UNKNOWN)) {
            parameterType.arguments().forEach(argument -> lower(argument, actual));
            return;
        }
        if (parameterType.isNullable() && !actual.isNullable()) {
            lower(parameterType.element(), actual);
            return;
        }
        List<CsType> matches = checker.relations().all(actual, parameterType.definition());
        if (matches.isEmpty()
                && actual.is(Kind.ARRAY)
                && parameterType.arguments().size() == 1
                && !parameterType.is(Kind.ARRAY)) {
            return;
        }
        if (matches.size() == 1) {
            for (int i = 0; i < parameterType.arguments().size(); i++) {
                lower(
                        parameterType.arguments().get(i),
                        matches.get(0).arguments().get(i));
            }
        }
    }

    private boolean fix(TypeDefinition parameter) {
        if (fixed.containsKey(parameter) || !bounds.containsKey(parameter)) {
            return true;
        }
        CsType common = checker.common(bounds.get(parameter));
        if (common == null) {
            return false;
        }
        fixed.put(parameter, common);
        return true;
    }
}
