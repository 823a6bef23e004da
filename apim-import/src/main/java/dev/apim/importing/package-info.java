/** Interface descriptions into APIs and operations. */
@NullMarked
package dev.apim.importing;

import org.jspecify.annotations.NullMarked;
