/** Configuration as a folder of files, as the public Azure artifact tools write it. */
@NullMarked
package dev.apim.core.artifact;

import org.jspecify.annotations.NullMarked;
