/** What C# expressions compute with: values, exceptions, budgets. */
@NullMarked
package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.NullMarked;
