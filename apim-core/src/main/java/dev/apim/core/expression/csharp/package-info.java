/** Policy expressions in C#. */
@NullMarked
package dev.apim.core.expression.csharp;

import org.jspecify.annotations.NullMarked;
