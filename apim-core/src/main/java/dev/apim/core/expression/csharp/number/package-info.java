/** .NET's numbers, characters, enumerations, {@code Math}, {@code Convert} and their like. */
@NullMarked
package dev.apim.core.expression.csharp.number;

import org.jspecify.annotations.NullMarked;
