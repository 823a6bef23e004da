/** The table of .NET types and members that C# expressions may use. */
@NullMarked
package dev.apim.core.expression.csharp.type;

import org.jspecify.annotations.NullMarked;
