/** Who may call what, from the request to the response. */
@NullMarked
package dev.apim.testkit.access;

import org.jspecify.annotations.NullMarked;
