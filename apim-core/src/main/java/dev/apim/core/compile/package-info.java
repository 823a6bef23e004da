/** From the elements of a policy document to code: checks against the specs, every mistake reported at its place. */
@NullMarked
package dev.apim.core.compile;

import org.jspecify.annotations.NullMarked;
