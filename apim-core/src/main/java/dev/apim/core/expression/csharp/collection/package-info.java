/** .NET's collections, delegates and LINQ for C# expressions. */
@NullMarked
package dev.apim.core.expression.csharp.collection;

import org.jspecify.annotations.NullMarked;
