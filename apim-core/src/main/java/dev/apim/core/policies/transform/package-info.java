/** Policies that change the request or the response. */
@NullMarked
package dev.apim.core.policies.transform;

import org.jspecify.annotations.NullMarked;
