/** Policy expressions, whatever language they are written in: compiling, converting results, the languages at hand. */
@NullMarked
package dev.apim.core.expression;

import org.jspecify.annotations.NullMarked;
