package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.Parameter;
import dev.apim.core.expression.csharp.type.Parameter.Mode;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of several methods of one name a call means: C# specification §12.6.4. */
final class Overloads {
    private final Checker checker;

    Overloads(Checker checker) {
        this.checker = checker;
    }

    /**
     * An argument as written.
     *
     * @param meaning of a value; the declaration of an {@code out var}
     */
    record Given(@Nullable String name, Expr.Argument.Mode mode, Meaning meaning, Span span) {}

    /**
     * A method that the arguments fit.
     *
     * @param parameterTypes of the arguments, in the order given, with type arguments put in
     * @param positions of the parameter that each argument is for
     * @param expanded whether arguments are gathered into the last parameter's array
     * @param types what the type parameters stand for
     */
    record Candidate(
            Method method,
            List<CsType> parameterTypes,
            int[] positions,
            boolean expanded,
            Map<TypeDefinition, CsType> types) {
        CsType returns() {
            return method.returns().with(types);
        }
    }

    /**
     * The methods that fit, best first; more than one only where C# would call the call ambiguous.
     *
     * @param receiver types of the owner, by its parameters
     */
    List<Candidate> applicable(
            List<Method> methods, Map<TypeDefinition, CsType> receiver, List<CsType> explicit, List<Given> given) {
        List<Candidate> all = new ArrayList<>();
        for (Method method : methods) {
            Candidate normal = candidate(method, receiver, explicit, given, false);
            if (normal != null) {
                all.add(normal);
            } else if (takesMore(method)) {
                Candidate expanded = candidate(method, receiver, explicit, given, true);
                if (expanded != null) {
                    all.add(expanded);
                }
            }
        }
        return best(all, given);
    }

    static boolean takesMore(Method method) {
        List<Parameter> parameters = method.parameters();
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).mode() == Mode.PARAMS;
    }

    private @Nullable Candidate candidate(
            Method method,
            Map<TypeDefinition, CsType> receiver,
            List<CsType> explicit,
            List<Given> given,
            boolean expanded) {
        int[] positions = positions(method, given, expanded);
        if (positions == null
                || (!explicit.isEmpty()
                        && explicit.size() != method.typeParameters().size())) {
            return null;
        }
        Map<TypeDefinition, CsType> types = new HashMap<>(receiver);
        for (int i = 0; i < explicit.size(); i++) {
            types.put(method.typeParameters().get(i).definition(), explicit.get(i));
        }
        List<CsType> open = new ArrayList<>();
        for (int position : positions) {
            open.add(open(method, position, expanded).with(types));
        }
        if (explicit.isEmpty() && !method.typeParameters().isEmpty()) {
            Map<TypeDefinition, CsType> inferred = new Inference(checker, method.typeParameters()).infer(open, given);
            if (inferred == null) {
                return null;
            }
            types.putAll(inferred);
        }
        List<CsType> closed = open.stream().map(type -> type.with(types)).toList();
        for (int i = 0; i < given.size(); i++) {
            Mode mode = parameter(method, positions[i]).mode();
            if (!fits(given.get(i), mode, closed.get(i))) {
                return null;
            }
        }
        return new Candidate(method, closed, positions, expanded, types);
    }

    private static Parameter parameter(Method method, int position) {
        return method.parameters().get(Math.min(position, method.parameters().size() - 1));
    }

    private static CsType open(Method method, int position, boolean expanded) {
        Parameter parameter = parameter(method, position);
        return expanded && parameter.mode() == Mode.PARAMS ? parameter.type().element() : parameter.type();
    }

    /** The parameter of each argument; absent where the arguments do not fit by number and name. */
    private static int @Nullable [] positions(Method method, List<Given> given, boolean expanded) {
        List<Parameter> parameters = method.parameters();
        int[] positions = new int[given.size()];
        boolean[] taken = new boolean[parameters.size()];
        for (int i = 0; i < positions.length; i++) {
            String name = given.get(i).name();
            int position = name == null ? i : named(parameters, name);
            boolean last = position >= parameters.size() - 1 && expanded;
            if (position < 0 || (position >= parameters.size() && !last)) {
                return null;
            }
            int index = Math.min(position, parameters.size() - 1);
            if (taken[index] && !last) {
                return null;
            }
            taken[index] = true;
            positions[i] = index;
        }
        for (int i = 0; i < taken.length; i++) {
            boolean mayMiss = parameters.get(i).optional()
                    || (expanded && parameters.get(i).mode() == Mode.PARAMS);
            if (!taken[i] && !mayMiss) {
                return null;
            }
        }
        return positions;
    }

    private static int named(List<Parameter> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean fits(Given argument, Mode mode, CsType type) {
        boolean byReference = mode == Mode.OUT || mode == Mode.REF;
        if (byReference != (argument.mode() != Expr.Argument.Mode.VALUE)) {
            return false;
        }
        if (argument.mode() == Expr.Argument.Mode.OUT) {
            return checker.outFits(argument.meaning(), type);
        }
        if (argument.mode() == Expr.Argument.Mode.REF) {
            return argument.meaning() instanceof Bound bound && bound.type().equals(type);
        }
        return checker.fits(argument.meaning(), type);
    }

    private List<Candidate> best(List<Candidate> all, List<Given> given) {
        List<Candidate> winners = new ArrayList<>();
        for (Candidate one : all) {
            boolean beaten = false;
            for (Candidate rival : all) {
                beaten |= rival != one && isBetter(rival, one, given);
            }
            if (!beaten) {
                winners.add(one);
            }
        }
        return winners.isEmpty() ? all : nearest(withoutDefaults(winners));
    }

    /** Between what is equally good, the compiler takes the one that nothing is left out of: {@code Split(null)}. */
    private static List<Candidate> withoutDefaults(List<Candidate> winners) {
        List<Candidate> whole = winners.stream()
                .filter(one -> one.expanded()
                        || one.positions().length == one.method().parameters().size())
                .toList();
        return whole.size() == 1 ? whole : winners;
    }

    /** Azure's own extensions are looked for before those of a namespace that is used: C# specification §12.8.10.3. */
    private static List<Candidate> nearest(List<Candidate> winners) {
        List<Candidate> own = winners.stream()
                .filter(one -> one.method().owner().name().equals("ContextExtensions"))
                .toList();
        return own.size() == 1 ? own : winners;
    }

    private boolean isBetter(Candidate one, Candidate other, List<Given> given) {
        boolean better = false;
        for (int i = 0; i < given.size(); i++) {
            int comparison = compare(
                    given.get(i).meaning(),
                    one.parameterTypes().get(i),
                    other.parameterTypes().get(i));
            if (comparison < 0) {
                return false;
            }
            better |= comparison > 0;
        }
        return better || isBetterOtherwise(one, other);
    }

    /** Between methods that the arguments fit equally well. */
    private boolean isBetterOtherwise(Candidate one, Candidate other) {
        if (!one.parameterTypes().equals(other.parameterTypes())) {
            return false;
        }
        boolean plain = one.method().typeParameters().isEmpty();
        if (plain != other.method().typeParameters().isEmpty()) {
            return plain;
        }
        if (one.expanded() != other.expanded()) {
            return !one.expanded();
        }
        int size = one.method().parameters().size();
        int otherSize = other.method().parameters().size();
        if (size != otherSize) {
            return one.expanded() ? size > otherSize : size < otherSize;
        }
        return isMoreSpecific(one, other) || (!isMoreSpecific(other, one) && isDeclaredNearer(one, other));
    }

    /** Whether the declared parameters say more: {@code Func<T, int>} more than {@code Func<T, R>}. */
    private static boolean isMoreSpecific(Candidate one, Candidate other) {
        boolean more = false;
        for (int i = 0; i < one.positions().length; i++) {
            int comparison = compare(
                    open(one.method(), one.positions()[i], one.expanded()),
                    open(other.method(), other.positions()[i], other.expanded()));
            if (comparison < 0) {
                return false;
            }
            more |= comparison > 0;
        }
        return more;
    }

    /** Above 0 if the one says more, below 0 if the other. */
    private static int compare(CsType one, CsType other) {
        boolean a = one.is(TypeDefinition.Kind.PARAMETER);
        boolean b = other.is(TypeDefinition.Kind.PARAMETER);
        if (a || b) {
            return a == b ? 0 : a ? -1 : 1;
        }
        int sum = 0;
        for (int i = 0; i < Math.min(one.arguments().size(), other.arguments().size()); i++) {
            int comparison = compare(one.arguments().get(i), other.arguments().get(i));
            if (comparison < 0 && sum > 0 || comparison > 0 && sum < 0) {
                return 0;
            }
            sum += comparison;
        }
        return sum;
    }

    /** A method of the type itself hides the same of a base. */
    private boolean isDeclaredNearer(Candidate one, Candidate other) {
        TypeDefinition nearer = one.method().owner();
        TypeDefinition farther = other.method().owner();
        return nearer != farther
                && checker.relations().as(nearer.open(), farther) != null
                && checker.relations().as(farther.open(), nearer) == null;
    }

    /** Whether an argument rather becomes the one type than the other: above 0 if so, below 0 if the other. */
    private int compare(Meaning argument, CsType one, CsType other) {
        if (one.equals(other)) {
            return 0;
        }
        if (argument instanceof Bound bound
                && (bound.type().equals(one) || bound.type().equals(other))) {
            return bound.type().equals(one) ? 1 : -1;
        }
        if (argument instanceof Meaning.Untyped || argument instanceof Meaning.OfMethods) {
            return checker.compareDelegates(argument, one, other);
        }
        boolean forth = checker.rules().isImplicit(one, other);
        boolean back = checker.rules().isImplicit(other, one);
        if (forth != back) {
            return forth ? 1 : -1;
        }
        if (Numbers.isIntegral(one) && Numbers.isIntegral(other)) {
            return signedFirst(one, other);
        }
        return 0;
    }

    /** Between a signed and an unsigned number the signed is better. */
    private static int signedFirst(CsType one, CsType other) {
        boolean unsigned = one.definition().name().startsWith("U")
                || one.definition().name().equals("Byte");
        boolean otherUnsigned = other.definition().name().startsWith("U")
                || other.definition().name().equals("Byte");
        return unsigned == otherUnsigned ? 0 : unsigned ? -1 : 1;
    }
}
