/**
 * Policies written in Java: a builder for each policy, generated from its spec, and static factories for all of them in {@link
 * dev.apim.core.fluent.Policies}. What they write is the XML that a document would hold; it is compiled like any other.
 */
@NullMarked
package dev.apim.core.fluent;

import org.jspecify.annotations.NullMarked;
