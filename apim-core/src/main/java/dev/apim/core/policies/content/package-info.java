/** The policies that rewrite a body as a whole: replaced texts, other formats. */
@NullMarked
package dev.apim.core.policies.content;

import org.jspecify.annotations.NullMarked;
