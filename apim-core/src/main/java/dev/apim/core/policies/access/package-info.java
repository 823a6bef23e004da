/** Who may call, and as whom the gateway calls backends. */
@NullMarked
package dev.apim.core.policies.access;

import org.jspecify.annotations.NullMarked;
