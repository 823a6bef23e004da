/** The standalone gateway and its command line. */
@NullMarked
package dev.apim.runner;

import org.jspecify.annotations.NullMarked;
