/** Records of the model with everything defaulted that a test does not care about. */
@NullMarked
package dev.apim.core.sample;

import org.jspecify.annotations.NullMarked;
