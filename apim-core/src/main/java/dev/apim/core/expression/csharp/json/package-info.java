/** Json.NET for C# expressions: its tree, its reader and writer, its JSONPath and its conversions. */
@NullMarked
package dev.apim.core.expression.csharp.json;

import org.jspecify.annotations.NullMarked;
