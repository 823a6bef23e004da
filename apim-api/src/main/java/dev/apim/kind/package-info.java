/** APIs of which the gateway knows more than where to forward: how a jar says what it makes of one type of API. */
@NullMarked
package dev.apim.kind;

import org.jspecify.annotations.NullMarked;
