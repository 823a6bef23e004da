/** Changes of a configuration under running requests. */
@NullMarked
package dev.apim.testkit.reload;

import org.jspecify.annotations.NullMarked;
