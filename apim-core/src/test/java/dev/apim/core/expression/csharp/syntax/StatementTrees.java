package dev.apim.core.expression.csharp.syntax;

import static dev.apim.core.expression.csharp.syntax.Trees.join;
import static dev.apim.core.expression.csharp.syntax.Trees.node;
import static dev.apim.core.expression.csharp.syntax.Trees.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints statements for tests. */
final class StatementTrees {
    private StatementTrees() {}

    static String list(List<Stmt> statements) {
        return String.join(" ", statements.stream().map(StatementTrees::print).toList());
    }

    static String print(Stmt stmt) {
        if (stmt instanceof Stmt.Block s) {
            return "{" + list(s.statements()) + "}";
        } else if (stmt instanceof Stmt.Local s) {
            return (s.isConst() ? "(const " : "(local ")
                    + type(s.type())
                    + join(" ", s.declarators(), StatementTrees::declarator, ")");
        } else if (stmt instanceof Stmt.Expression s) {
            return Trees.print(s.expression()) + ";";
        } else if (stmt instanceof Stmt.If s) {
            Stmt otherwise = s.otherwise();
            String then = node("if", Trees.print(s.condition()), print(s.then()));
            return otherwise == null ? then : then.substring(0, then.length() - 1) + " else " + print(otherwise) + ")";
        } else if (stmt instanceof Stmt.Break) {
            return "(break)";
        } else if (stmt instanceof Stmt.Continue) {
            return "(continue)";
        } else if (stmt instanceof Stmt.Return s) {
            return keyword("return", s.value());
        } else if (stmt instanceof Stmt.Throw s) {
            return keyword("throw", s.exception());
        } else if (stmt instanceof Stmt.Empty) {
            return ";";
        } else if (stmt instanceof Stmt.Checked s) {
            return node(s.isChecked() ? "checked" : "unchecked", print(s.body()));
        } else if (stmt instanceof Stmt.Using s) {
            return node("using", print(s.resource()), print(s.body()));
        }
        return compound(stmt);
    }

    private static String compound(Stmt stmt) {
        if (stmt instanceof Stmt.While s) {
            return node("while", Trees.print(s.condition()), print(s.body()));
        } else if (stmt instanceof Stmt.DoWhile s) {
            return node("do", print(s.body()), Trees.print(s.condition()));
        } else if (stmt instanceof Stmt.For s) {
            Expr condition = s.condition();
            return node(
                    "for",
                    "[" + list(s.initializers()) + "]",
                    condition == null ? "-" : Trees.print(condition),
                    join("[", s.iterators(), Trees::print, "]"),
                    print(s.body()));
        } else if (stmt instanceof Stmt.ForEach s) {
            return node("foreach", Trees.print(s.variable()), Trees.print(s.source()), print(s.body()));
        } else if (stmt instanceof Stmt.Switch s) {
            return node("switch", Trees.print(s.value()), join("", s.sections(), StatementTrees::section, ""));
        } else if (stmt instanceof Stmt.Try s) {
            Stmt.Block last = s.finallyBlock();
            return "(try " + print(s.body()) + join("", s.catches(), StatementTrees::clause, "")
                    + (last == null ? "" : " finally " + print(last)) + ")";
        } else if (stmt instanceof Stmt.LocalFunction s) {
            String types = s.typeParameters().isEmpty() ? "" : "<" + String.join(",", s.typeParameters()) + ">";
            return node(
                    "function",
                    type(s.returnType()),
                    s.name() + types,
                    Trees.parameters(s.parameters()),
                    print(s.body()));
        }
        throw new AssertionError(stmt);
    }

    private static String keyword(String word, @Nullable Expr value) {
        return value == null ? "(" + word + ")" : node(word, Trees.print(value));
    }

    private static String declarator(Stmt.Declarator declarator) {
        Expr value = declarator.value();
        return declarator.name() + (value == null ? "" : " = " + Trees.print(value));
    }

    private static String section(Stmt.Section section) {
        return join("[", section.labels(), StatementTrees::label, ": ") + list(section.statements()) + "]";
    }

    private static String label(Stmt.Label label) {
        Pattern pattern = label.pattern();
        Expr when = label.when();
        return pattern == null
                ? "default"
                : Trees.pattern(pattern) + (when == null ? "" : " when " + Trees.print(when));
    }

    private static String clause(Stmt.Catch clause) {
        TypeSyntax type = clause.type();
        Expr when = clause.when();
        return " catch"
                + (type == null ? "" : "(" + type(type) + (clause.name() == null ? "" : " " + clause.name()) + ")")
                + (when == null ? "" : " when " + Trees.print(when)) + " " + print(clause.body());
    }
}
