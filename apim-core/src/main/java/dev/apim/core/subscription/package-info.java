/** Who may call: subscription keys, what they open, and the decision about one request. */
@NullMarked
package dev.apim.core.subscription;

import org.jspecify.annotations.NullMarked;
