package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Declares LINQ's operators. What must not be null is refused when an operator is called; sequences are gone over when the result is.
 */
final class Operators {
    private static final Set<String> REQUIRED = Set.of(
            "source",
            "first",
            "second",
            "third",
            "outer",
            "inner",
            "predicate",
            "selector",
            "keySelector",
            "elementSelector",
            "resultSelector",
            "collectionSelector",
            "innerKeySelector",
            "outerKeySelector",
            "func");

    private final TypeBuilder type;

    Operators(TypeBuilder type) {
        this.type = type;
    }

    /** What makes a sequence's passes. */
    @FunctionalInterface
    interface Lazy {
        /** Begins one. */
        Pull begin(Arguments arguments);
    }

    /** What gives its result at once. */
    @FunctionalInterface
    interface Eager {
        /** Gives it. */
        @Nullable
        Object apply(Arguments arguments);
    }

    /**
     * Of one call.
     *
     * @param table of the types
     */
    record Arguments(
            TypeTable table, Code.Call call, @Nullable Object[] values) {
        Evaluation evaluation() {
            return call.evaluation();
        }

        CsType type(int index) {
            return call.types().get(index);
        }

        /** A sequence. */
        Object sequence(int index) {
            return Objects.requireNonNull(values[index]);
        }

        /** A sequence, before its first element. */
        Cursor cursor(int index) {
            return new Cursor(evaluation(), values[index]);
        }

        Delegate function(int index) {
            return (Delegate) Objects.requireNonNull(values[index]);
        }

        int number(int index) {
            return (Integer) Objects.requireNonNull(values[index]);
        }

        @Nullable
        Object value(int index) {
            return values[index];
        }

        /** A comparer, the default where there is none. */
        Comparer comparer(int index) {
            return DefaultComparer.or(index < values.length ? values[index] : null);
        }
    }

    private record Kind(Function<Code.Call, CsType> element, ToIntFunction<Arguments> size, Lazy operator) {}

    private record Called(Kind kind, Arguments arguments) implements Sequence.Source {
        @Override
        public CsType type() {
            return arguments.table.get("IEnumerable", kind.element.apply(arguments.call));
        }

        @Override
        public Pull get() {
            return kind.operator.begin(arguments);
        }

        @Override
        public int size() {
            return kind.size.applyAsInt(arguments);
        }
    }

    TypeTable table() {
        return type.table();
    }

    /** An operator with a sequence of one of its type parameters, {@code IEnumerable<T>}, as its result. */
    Operators lazy(String signature, Lazy operator) {
        return lazy(signature, resultOf(signature), arguments -> -1, operator);
    }

    /** An operator whose result may know its size. */
    Operators lazy(String signature, ToIntFunction<Arguments> size, Lazy operator) {
        return lazy(signature, resultOf(signature), size, operator);
    }

    /** An operator with a sequence as its result. */
    Operators lazy(
            String signature, Function<Code.Call, CsType> element, ToIntFunction<Arguments> size, Lazy operator) {
        List<String> names = required(signature);
        String name = nameOf(signature);
        Kind kind = new Kind(element, size, operator);
        type.methodWith(signature, (call, values) -> {
            check(names, values);
            return new Sequence(name, new Called(kind, new Arguments(type.table(), call, values)));
        });
        type.costly();
        return this;
    }

    /** An operator with its result at once. */
    Operators eager(String signature, Eager operator) {
        List<String> names = required(signature);
        type.methodWith(signature, (call, values) -> {
            check(names, values);
            return operator.apply(new Arguments(type.table(), call, values));
        });
        type.costly();
        return this;
    }

    private static void check(List<String> names, @Nullable Object[] values) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                Require.argument(values[i], names.get(i));
            }
        }
    }

    /** The names of parameters that must not be null, empty of others. */
    private static List<String> required(String signature) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int start = 0;
        String list = signature.substring(signature.indexOf('(', nameEnd(signature)) + 1, signature.length() - 1);
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? ',' : list.charAt(i);
            depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                String parameter = list.substring(start, i);
                String name = parameter.substring(parameter.lastIndexOf(' ') + 1);
                names.add(REQUIRED.contains(name) ? name : "");
                start = i + 1;
            }
        }
        return names;
    }

    private static int nameEnd(String signature) {
        int parameters = signature.indexOf("(this ");
        return parameters < 0 ? 0 : parameters;
    }

    private static String nameOf(String signature) {
        String before = signature.substring(0, signature.indexOf('(', nameEnd(signature)));
        String plain = before.endsWith(">") ? before.substring(0, before.lastIndexOf('<')) : before;
        return plain.substring(plain.lastIndexOf(' ') + 1);
    }

    /** Which type argument the result is a sequence of. */
    private static Function<Code.Call, CsType> resultOf(String signature) {
        int from = signature.indexOf("IEnumerable<") + "IEnumerable<".length();
        String element = signature.substring(from, signature.indexOf('>', from));
        String before = signature.substring(0, signature.indexOf('(', nameEnd(signature)));
        String[] own = before.substring(before.lastIndexOf('<') + 1, before.length() - 1)
                .split(", ?");
        for (int i = 0; i < own.length; i++) {
            if (own[i].equals(element)) {
                int index = i;
                return call -> call.types().get(index);
            }
        }
        throw new IllegalArgumentException(signature);
    }
}
