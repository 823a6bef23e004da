/** Counters behind rate limits. */
@NullMarked
package dev.apim.limit;

import org.jspecify.annotations.NullMarked;
