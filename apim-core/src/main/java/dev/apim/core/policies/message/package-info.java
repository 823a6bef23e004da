/** What several families of policies do to a message: edits, and the hygiene of what goes out. */
@NullMarked
package dev.apim.core.policies.message;

import org.jspecify.annotations.NullMarked;
