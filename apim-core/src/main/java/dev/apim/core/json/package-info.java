/** JSON and YAML read into trees that know where each value was written, within limits. */
@NullMarked
package dev.apim.core.json;

import org.jspecify.annotations.NullMarked;
