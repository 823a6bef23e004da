/** {@code context} as C# expressions see it, and what Azure adds to .NET's types. */
@NullMarked
package dev.apim.core.expression.csharp.context;

import org.jspecify.annotations.NullMarked;
