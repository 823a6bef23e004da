/** The policies at hand, a package for each family. */
@NullMarked
package dev.apim.core.policies;

import org.jspecify.annotations.NullMarked;
