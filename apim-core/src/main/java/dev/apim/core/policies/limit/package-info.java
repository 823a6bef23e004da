/** Policies that limit how often a caller may call. */
@NullMarked
package dev.apim.core.policies.limit;

import org.jspecify.annotations.NullMarked;
