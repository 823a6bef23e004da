/** Policies that tell what happened. */
@NullMarked
package dev.apim.core.policies.logging;

import org.jspecify.annotations.NullMarked;
