/** What may be configured, read from resources into one immutable configuration. */
@NullMarked
package dev.apim.core.resource;

import org.jspecify.annotations.NullMarked;
