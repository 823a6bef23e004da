/** The text of C# expressions as a tree: tokens, parser, nodes. */
@NullMarked
package dev.apim.core.expression.csharp.syntax;

import org.jspecify.annotations.NullMarked;
