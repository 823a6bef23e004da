/** Caches of responses and values. */
@NullMarked
package dev.apim.cache;

import org.jspecify.annotations.NullMarked;
