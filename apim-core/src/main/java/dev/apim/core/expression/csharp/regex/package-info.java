/** .NET's regular expressions: read here, matched by Java's engine over a text that watches the clock. */
@NullMarked
package dev.apim.core.expression.csharp.regex;

import org.jspecify.annotations.NullMarked;
