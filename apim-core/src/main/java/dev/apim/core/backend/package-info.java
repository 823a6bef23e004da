/** Which client carries requests to backends, and the one of the JDK, which needs no other jar. */
@NullMarked
package dev.apim.core.backend;

import org.jspecify.annotations.NullMarked;
