/** Files read within limits and written so that a crash leaves the old or the new text. */
@NullMarked
package dev.apim.core.file;

import org.jspecify.annotations.NullMarked;
