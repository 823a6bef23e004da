/** Measurements. */
@NullMarked
package dev.apim.benchmarks;

import org.jspecify.annotations.NullMarked;
