/** Events that policies write about requests. */
@NullMarked
package dev.apim.event;

import org.jspecify.annotations.NullMarked;
