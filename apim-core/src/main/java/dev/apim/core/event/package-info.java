/** Events on their way out of this process, and between those who are in it. */
@NullMarked
package dev.apim.core.event;

import org.jspecify.annotations.NullMarked;
