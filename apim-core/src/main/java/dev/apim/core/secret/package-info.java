/** Where secrets come from, and the subscription keys this gateway made itself. */
@NullMarked
package dev.apim.core.secret;

import org.jspecify.annotations.NullMarked;
