/** What expressions can reach: the one table of {@code context} and its members that every expression language reads. */
@NullMarked
package dev.apim.core.expression.context;

import org.jspecify.annotations.NullMarked;
