/** Metrics kept in this process. */
@NullMarked
package dev.apim.core.telemetry;

import org.jspecify.annotations.NullMarked;
