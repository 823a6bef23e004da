/** The kit's application in Jetty. */
@NullMarked
package dev.apim.compat.jetty;

import org.jspecify.annotations.NullMarked;
