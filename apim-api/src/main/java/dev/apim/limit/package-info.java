/** Counters behind rate limits and quotas. */
@NullMarked
package dev.apim.limit;

import org.jspecify.annotations.NullMarked;
