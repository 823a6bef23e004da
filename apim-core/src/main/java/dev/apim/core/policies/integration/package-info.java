/** Policies that call other services. */
@NullMarked
package dev.apim.core.policies.integration;

import org.jspecify.annotations.NullMarked;
