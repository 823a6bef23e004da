/** From a request target to the API and operation that answer it: one canonical path, URL templates, and the router. */
@NullMarked
package dev.apim.core.routing;

import org.jspecify.annotations.NullMarked;
