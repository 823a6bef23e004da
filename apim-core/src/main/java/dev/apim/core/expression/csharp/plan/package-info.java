/** From a bound tree to small evaluators. */
@NullMarked
package dev.apim.core.expression.csharp.plan;

import org.jspecify.annotations.NullMarked;
