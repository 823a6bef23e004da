/** The policies that hold messages against schemas. */
@NullMarked
package dev.apim.validation;

import org.jspecify.annotations.NullMarked;
