/** Events for whoever listens. */
@NullMarked
package dev.apim.event;

import org.jspecify.annotations.NullMarked;
