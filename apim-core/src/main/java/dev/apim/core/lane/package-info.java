/** The lane of an exchange for adapters whose server brings none: threads that wait, and threads that come and go. */
@NullMarked
package dev.apim.core.lane;

import org.jspecify.annotations.NullMarked;
