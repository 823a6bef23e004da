/** Names, types and overloads of a C# expression resolved: from syntax to a bound tree. */
@NullMarked
package dev.apim.core.expression.csharp.check;

import org.jspecify.annotations.NullMarked;
