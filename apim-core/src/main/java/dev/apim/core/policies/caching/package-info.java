/** Policies that keep responses and values between requests. */
@NullMarked
package dev.apim.core.policies.caching;

import org.jspecify.annotations.NullMarked;
