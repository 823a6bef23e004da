/** Whatever way a request takes out of whatever compound policy, it leaves nothing behind. */
@NullMarked
package dev.apim.testkit.unwinding;

import org.jspecify.annotations.NullMarked;
