/** Policies that call other services and tell what happened. */
@NullMarked
package dev.apim.testkit.integration;

import org.jspecify.annotations.NullMarked;
