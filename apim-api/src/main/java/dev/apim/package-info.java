/** Positions, issues, errors and time: what every other package speaks in. */
@NullMarked
package dev.apim;

import org.jspecify.annotations.NullMarked;
