/** The clock and the timer of a running gateway. */
@NullMarked
package dev.apim.core.time;

import org.jspecify.annotations.NullMarked;
