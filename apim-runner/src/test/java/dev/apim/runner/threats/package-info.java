/** Hostile input through every policy that reads it, as the standalone gateway has them. */
@NullMarked
package dev.apim.runner.threats;

import org.jspecify.annotations.NullMarked;
