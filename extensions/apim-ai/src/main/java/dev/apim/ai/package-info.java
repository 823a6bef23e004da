/** The policies for language models. */
@NullMarked
package dev.apim.ai;

import org.jspecify.annotations.NullMarked;
