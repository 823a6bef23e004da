/** What tests of policies run them with. */
@NullMarked
package dev.apim.core.policies;

import org.jspecify.annotations.NullMarked;
