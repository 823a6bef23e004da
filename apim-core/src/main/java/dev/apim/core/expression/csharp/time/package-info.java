/** .NET's dates, times and time zones, with the invariant culture; the local time zone is UTC, as it is in Azure. */
@NullMarked
package dev.apim.core.expression.csharp.time;

import org.jspecify.annotations.NullMarked;
