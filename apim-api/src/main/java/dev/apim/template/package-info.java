/** Templates that make bodies: what an engine for a template language offers. */
@NullMarked
package dev.apim.template;

import org.jspecify.annotations.NullMarked;
