/** Policy documents of others, loaded. */
@NullMarked
package dev.apim.testkit.corpus;

import org.jspecify.annotations.NullMarked;
