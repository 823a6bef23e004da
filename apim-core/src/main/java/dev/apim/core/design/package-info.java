/** A configuration written in Java: what is given here becomes resources, as if it stood in a folder of artifacts. */
@NullMarked
package dev.apim.core.design;

import org.jspecify.annotations.NullMarked;
