/** Clients that carry a request to a backend. */
@NullMarked
package dev.apim.backend;

import org.jspecify.annotations.NullMarked;
