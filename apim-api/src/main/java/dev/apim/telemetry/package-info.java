/** Figures that a gateway gives away about its traffic. */
@NullMarked
package dev.apim.telemetry;

import org.jspecify.annotations.NullMarked;
