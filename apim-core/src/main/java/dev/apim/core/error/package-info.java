/** The errors that the gateway itself answers with, as opposed to those of policies. */
@NullMarked
package dev.apim.core.error;

import org.jspecify.annotations.NullMarked;
