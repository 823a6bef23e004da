/** Policies that choose the backend and call it. */
@NullMarked
package dev.apim.core.policies.routing;

import org.jspecify.annotations.NullMarked;
