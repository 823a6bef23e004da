/** Caches within this process. */
@NullMarked
package dev.apim.core.cache;

import org.jspecify.annotations.NullMarked;
