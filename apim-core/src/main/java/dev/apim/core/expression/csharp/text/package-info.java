/** Text as .NET keeps it: strings, builders, comparers, encodings, readers, and the exceptions that authors name. */
@NullMarked
package dev.apim.core.expression.csharp.text;

import org.jspecify.annotations.NullMarked;
