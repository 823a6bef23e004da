/** Policy documents read tolerantly, as people write them, into elements that know where everything stands. */
@NullMarked
package dev.apim.core.document;

import org.jspecify.annotations.NullMarked;
