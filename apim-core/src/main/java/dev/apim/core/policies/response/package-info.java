/** Policies that answer by themselves, and cross-origin rules. */
@NullMarked
package dev.apim.core.policies.response;

import org.jspecify.annotations.NullMarked;
