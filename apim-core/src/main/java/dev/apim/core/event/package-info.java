/** Events between those who are in this process. */
@NullMarked
package dev.apim.core.event;

import org.jspecify.annotations.NullMarked;
