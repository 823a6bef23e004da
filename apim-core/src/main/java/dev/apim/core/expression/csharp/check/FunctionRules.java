package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.check.StatementRules.Checked;
import dev.apim.core.expression.csharp.plan.Action;
import dev.apim.core.expression.csharp.plan.Actions;
import dev.apim.core.expression.csharp.plan.Closures;
import dev.apim.core.expression.csharp.plan.Variable;
import dev.apim.core.expression.csharp.syntax.Expr;
import dev.apim.core.expression.csharp.syntax.Stmt;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Parameter;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Local functions: known in all of their block, also before they are written. */
final class FunctionRules {
    /** What a variable that holds one is called. */
    static final String LOCAL = "a local function";

    private final Checker checker;
    private final StatementRules statements;

    FunctionRules(Checker checker, StatementRules statements) {
        this.checker = checker;
        this.statements = statements;
    }

    /** Declares those of a block; the action makes them. */
    @Nullable
    Action declare(List<Stmt> block, Scope scope) {
        List<Stmt.LocalFunction> functions = new ArrayList<>();
        block.stream()
                .filter(Stmt.LocalFunction.class::isInstance)
                .forEach(statement -> functions.add((Stmt.LocalFunction) statement));
        if (functions.isEmpty()) {
            return null;
        }
        int firstSlot = scope.function().slots();
        List<Variable> variables = new ArrayList<>();
        for (Stmt.LocalFunction function : functions) {
            statements.checkNew(function.name(), function.span(), scope);
            Variable variable = scope.function().variable(function.name());
            variable.shared();
            variables.add(variable);
            scope.add(new Local(function.name(), type(function), variable, scope.function(), null, LOCAL));
        }
        List<Closures.Function> made = new ArrayList<>();
        return new Later(functions, variables, made, scope, firstSlot).action();
    }

    private CsType type(Stmt.LocalFunction function) {
        checker.typeNames().open(function.typeParameters());
        boolean generic = !function.typeParameters().isEmpty();
        CsType returns = outside(checker.typeNames().resolve(function.returnType()), generic);
        List<Parameter> parameters = new ArrayList<>();
        for (Expr.Parameter parameter : function.parameters()) {
            CsType type = parameter.type() == null
                    ? checker.table().unknown()
                    : outside(checker.typeNames().resolve(parameter.type()), generic);
            Object value = parameter.value() == null ? null : constant(parameter.value(), type);
            parameters.add(new Parameter(parameter.name(), type, mode(parameter), parameter.value() != null, value));
        }
        return CsType.of(TypeDefinition.local(
                checker.table(),
                function.name(),
                Kind.DELEGATE,
                builder -> builder.invoke(List.copyOf(parameters), returns)));
    }

    /**
     * What a caller sees of a type that names a type parameter. Its body knows such a value as one of {@code dynamic}s; a
     * caller has an {@code int[]}, and gets what the values are.
     */
    private CsType outside(CsType type, boolean generic) {
        boolean open = generic && type.arguments().stream().anyMatch(FunctionRules::mentionsDynamic);
        return open && !type.is(Kind.DELEGATE) ? checker.type("dynamic") : type;
    }

    private static boolean mentionsDynamic(CsType type) {
        return type.is(Kind.DYNAMIC) || type.arguments().stream().anyMatch(FunctionRules::mentionsDynamic);
    }

    private @Nullable Object constant(Expr value, CsType type) {
        Scope none = new Scope(null, new FunctionScope(null, null));
        Bound bound = checker.convert(checker.meaning(value, none), type);
        if (!bound.isConstant()) {
            checker.report().error(value.span(), "a default is a constant");
            return null;
        }
        return bound.value();
    }

    private static Parameter.Mode mode(Expr.Parameter parameter) {
        if (parameter.isParams()) {
            return Parameter.Mode.PARAMS;
        }
        return switch (parameter.mode()) {
            case VALUE -> Parameter.Mode.VALUE;
            case OUT -> Parameter.Mode.OUT;
            case REF -> Parameter.Mode.REF;
        };
    }

    /** Bodies see what the block declares before them, so they are checked when it has been. */
    private final class Later {
        private final List<Stmt.LocalFunction> functions;
        private final List<Variable> variables;
        private final List<Closures.Function> made;
        private final Scope scope;
        private final int firstSlot;

        Later(
                List<Stmt.LocalFunction> functions,
                List<Variable> variables,
                List<Closures.Function> made,
                Scope scope,
                int firstSlot) {
            this.functions = functions;
            this.variables = variables;
            this.made = made;
            this.scope = scope;
            this.firstSlot = firstSlot;
        }

        Action action() {
            scope.atEnd(() -> functions.forEach(function -> made.add(check(function))));
            return Closures.hoist(variables, made, firstSlot);
        }

        private Closures.Function check(Stmt.LocalFunction function) {
            CsType returns = checker.typeNames().resolve(function.returnType());
            FunctionScope inner = new FunctionScope(scope.function(), returns);
            Scope own = new Scope(scope, inner);
            List<Variable> parameters = new ArrayList<>();
            for (Expr.Parameter parameter : function.parameters()) {
                Variable variable = inner.variable(parameter.name());
                if (parameter.mode() != Expr.Argument.Mode.VALUE) {
                    variable.inCell();
                }
                parameters.add(variable);
                CsType type = parameter.type() == null
                        ? checker.table().unknown()
                        : checker.typeNames().resolve(parameter.type());
                own.add(new Local(parameter.name(), type, variable, inner, null, null));
            }
            List<Stmt> written =
                    function.body() instanceof Stmt.Block block ? block.statements() : List.of(function.body());
            Checked body = statements.function(() -> statements.statements(written, own));
            if (body.endsOpen() && !returns.is(Kind.VOID)) {
                checker.report()
                        .error(function.span(), "not every way through '" + function.name() + "' returns a value");
            }
            inner.captures().forEach(capture -> capture.outer().shared());
            return new Closures.Function(parameters, inner.captures(), inner::slots, Actions.result(body.action()));
        }
    }
}
