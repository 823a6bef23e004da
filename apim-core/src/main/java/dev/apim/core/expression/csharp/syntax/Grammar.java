package dev.apim.core.expression.csharp.syntax;

/** The parsers of one text, which know each other through it. */
final class Grammar {
    final Tokens tokens;
    final Nesting nesting;
    final TypeScan scan;
    final TypeParser types;
    final ExpressionParser expressions;
    final UnaryParser unaries;
    final PrimaryParser primaries;
    final PostfixParser postfixes;
    final ArgumentParser arguments;
    final CreationParser creations;
    final InitializerParser initializers;
    final LambdaParser lambdas;
    final ParameterParser parameters;
    final QueryParser queries;
    final PatternParser patterns;
    final StatementParser statements;
    final DeclarationParser declarations;
    final LoopParser loops;
    final BranchParser branches;

    Grammar(Tokens tokens, Nesting nesting) {
        this.tokens = tokens;
        this.nesting = nesting;
        scan = new TypeScan(tokens);
        types = new TypeParser(this);
        expressions = new ExpressionParser(this);
        unaries = new UnaryParser(this);
        primaries = new PrimaryParser(this);
        postfixes = new PostfixParser(this);
        arguments = new ArgumentParser(this);
        creations = new CreationParser(this);
        initializers = new InitializerParser(this);
        lambdas = new LambdaParser(this);
        parameters = new ParameterParser(this);
        queries = new QueryParser(this);
        patterns = new PatternParser(this);
        statements = new StatementParser(this);
        declarations = new DeclarationParser(this);
        loops = new LoopParser(this);
        branches = new BranchParser(this);
    }

    /** Stands for what could not be read here. */
    Expr.Missing missing() {
        return new Expr.Missing(new Span(tokens.peek().start(), tokens.peek().start()));
    }
}
