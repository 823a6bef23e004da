package dev.apim.core.expression.csharp.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what introduces names: variables, constants, resources, local functions, deconstructions. */
final class DeclarationParser {
    private static final Set<String> BEHIND_VARIABLE = Set.of("=", ";", ",", "=>", "}", ")");

    private final Grammar grammar;
    private final Tokens tokens;

    DeclarationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Whether a variable is declared here: a type, a name, and what may follow the two. */
    boolean begins() {
        int name = grammar.scan.typeThenName(tokens.index());
        if (name < 0) {
            return false;
        }
        Token behind = tokens.at(name + 1);
        boolean closes = behind.is(TokenKind.SYMBOL) && BEHIND_VARIABLE.contains(behind.text());
        boolean certain = grammar.scan.type(tokens.index()).certain() || tokens.isWord("var");
        return closes || (certain && !behind.is(":"));
    }

    /** {@code type a = 1, b}. */
    Stmt.Local local(boolean isConst) {
        int start = tokens.peek().start();
        TypeSyntax type = grammar.types.type();
        if (type instanceof TypeSyntax.Named named
                && named.parts().size() == 1
                && tokens.ahead(1).is(";")) {
            grammar.statements.complainOfWord(named.parts().get(0).name(), type.span());
        }
        List<Stmt.Declarator> declarators = new ArrayList<>();
        do {
            declarators.add(declarator());
        } while (tokens.accept(","));
        return new Stmt.Local(tokens.spanFrom(start), type, isConst, List.copyOf(declarators));
    }

    private Stmt.Declarator declarator() {
        int start = tokens.peek().start();
        String name = tokens.expectName("the name of a variable").text();
        Expr value = null;
        if (tokens.accept("=")) {
            value = tokens.is("{") ? grammar.initializers.array() : grammar.expressions.expression();
        }
        return new Stmt.Declarator(tokens.spanFrom(start), name, value);
    }

    Stmt constant() {
        int start = tokens.next().start();
        Stmt.Local local = local(true);
        grammar.statements.semicolon();
        return new Stmt.Local(tokens.spanFrom(start), local.type(), true, local.declarators());
    }

    /** {@code type name} within something else. */
    Expr.Declaration single() {
        int start = tokens.peek().start();
        TypeSyntax type = grammar.types.type();
        String name = tokens.expectName("the name of a variable").text();
        return new Expr.Declaration(tokens.spanFrom(start), type, name);
    }

    /** Whether {@code var (a, b)} stands here and is assigned. */
    boolean deconstructionBegins() {
        if (!tokens.isWord("var") || !tokens.ahead(1).is("(")) {
            return false;
        }
        int partner = tokens.partner(tokens.index() + 1);
        Token behind = tokens.at(partner + 1);
        return partner >= 0 && (behind.is("=") || behind.is("in"));
    }

    Expr deconstruction() {
        int start = tokens.peek().start();
        Span var = tokens.next().span();
        List<Expr> elements = elements(var);
        return new Expr.DeconstructionDeclaration(tokens.spanFrom(start), elements);
    }

    private List<Expr> elements(Span var) {
        TypeSyntax type = new TypeSyntax.Named(var, List.of(new TypeSyntax.Part(var, "var", List.of())));
        List<Expr> elements = new ArrayList<>();
        if (!grammar.nesting.enter(tokens)) {
            grammar.nesting.leave();
            return List.of();
        }
        tokens.next();
        do {
            int start = tokens.peek().start();
            if (tokens.is("(")) {
                List<Expr> inner = elements(var);
                elements.add(new Expr.DeconstructionDeclaration(tokens.spanFrom(start), inner));
            } else {
                String name = tokens.expectName("the name of a variable").text();
                elements.add(new Expr.Declaration(tokens.spanFrom(start), type, name));
            }
        } while (tokens.accept(","));
        tokens.expect(")");
        grammar.nesting.leave();
        return List.copyOf(elements);
    }

    /** {@code using (…) …}; the forms without parentheses are refused. */
    Stmt using() {
        int start = tokens.peek().start();
        if (!tokens.ahead(1).is("(")) {
            return usingWithoutParentheses();
        }
        tokens.next();
        tokens.next();
        int resourceStart = tokens.peek().start();
        Stmt resource;
        if (begins()) {
            resource = local(false);
        } else {
            Expr value = grammar.expressions.expression();
            resource = new Stmt.Expression(tokens.spanFrom(resourceStart), value);
        }
        tokens.expect(")");
        Stmt body = grammar.statements.embedded();
        return new Stmt.Using(tokens.spanFrom(start), resource, body);
    }

    private Stmt usingWithoutParentheses() {
        Token word = tokens.next();
        if (begins()) {
            tokens.error(word.span(), NewerSyntax.message("'using' without parentheses", "using (var x = …) { … }"));
            Stmt local = local(false);
            grammar.statements.semicolon();
            return local;
        }
        tokens.error(
                word.span(),
                "'using' directives are not available in policy expressions: the namespaces that may be used are there already; delete it");
        tokens.skipStatement();
        return grammar.statements.empty();
    }

    /** Whether a local function begins here. */
    boolean functionBegins() {
        int name = grammar.scan.typeThenName(tokens.index());
        if (name < 0) {
            return false;
        }
        int at = name + 1;
        if (tokens.at(at).is("<")) {
            at = grammar.scan.typeArguments(at);
        }
        return at >= 0 && tokens.at(at).is("(");
    }

    Stmt function() {
        int start = tokens.peek().start();
        TypeSyntax returnType = grammar.types.type();
        String name = tokens.next().text();
        List<String> typeParameters = tokens.is("<") ? typeParameters() : List.of();
        List<Expr.Parameter> parameters = grammar.parameters.list();
        refuseConstraints();
        Stmt body = functionBody(returnType);
        return new Stmt.LocalFunction(tokens.spanFrom(start), returnType, name, typeParameters, parameters, body);
    }

    private List<String> typeParameters() {
        List<String> names = new ArrayList<>();
        do {
            tokens.next();
            names.add(tokens.expectName("the name of a type parameter").text());
        } while (tokens.is(","));
        tokens.expect(">");
        return List.copyOf(names);
    }

    private void refuseConstraints() {
        if (tokens.isWord("where")) {
            tokens.error(tokens.peek().span(), Unavailable.CONSTRAINTS);
            while (!tokens.is("{") && !tokens.is("=>") && !tokens.is(";") && !tokens.atEnd()) {
                tokens.skip();
            }
        }
    }

    private Stmt functionBody(TypeSyntax returnType) {
        if (!tokens.is("=>")) {
            return grammar.statements.block();
        }
        int start = tokens.next().start();
        Expr value = grammar.expressions.expression();
        grammar.statements.semicolon();
        Span span = tokens.spanFrom(start);
        boolean isVoid = returnType instanceof TypeSyntax.Named named && named.is("void");
        return isVoid ? new Stmt.Expression(span, value) : new Stmt.Return(span, value);
    }
}
