/** Policy expressions in Jakarta Expression Language. */
@NullMarked
package dev.apim.core.expression.el;

import org.jspecify.annotations.NullMarked;
