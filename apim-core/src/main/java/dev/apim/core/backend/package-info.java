/** The way to backends that needs no dependency, and the choice among those at hand. */
@NullMarked
package dev.apim.core.backend;

import org.jspecify.annotations.NullMarked;
