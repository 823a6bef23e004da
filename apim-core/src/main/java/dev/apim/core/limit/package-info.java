/** Rate limits counted within this process. */
@NullMarked
package dev.apim.core.limit;

import org.jspecify.annotations.NullMarked;
