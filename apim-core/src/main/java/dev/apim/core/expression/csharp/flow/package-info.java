/** Ways through an expression: whether every variable has a value where it is read, and whether names stay what they are. */
@NullMarked
package dev.apim.core.expression.csharp.flow;

import org.jspecify.annotations.NullMarked;
