/** Events on their way out of this process. */
@NullMarked
package dev.apim.core.event;

import org.jspecify.annotations.NullMarked;
