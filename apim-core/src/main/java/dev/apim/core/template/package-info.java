/** What templates see of a request, and how they come to it. */
@NullMarked
package dev.apim.core.template;

import org.jspecify.annotations.NullMarked;
