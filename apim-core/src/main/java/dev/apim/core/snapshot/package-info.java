/** One immutable configuration in force: routes, keys and compiled policies, and how the next one is made of it. */
@NullMarked
package dev.apim.core.snapshot;

import org.jspecify.annotations.NullMarked;
