package dev.apim.core.expression.csharp.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A policy expression as a tree; exactly one of the two is there.
 *
 * @param expression of {@code @(…)}
 * @param block of {@code @{…}}
 */
public record ParsedExpression(@Nullable Expr expression, Stmt.@Nullable Block block) {}
