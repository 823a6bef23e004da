/** Addresses as .NET reads and writes them: URIs, IP addresses, and texts made fit for HTML and URLs. */
@NullMarked
package dev.apim.core.expression.csharp.net;

import org.jspecify.annotations.NullMarked;
