/** The way of a request through compiled policies: code, linking, running. */
@NullMarked
package dev.apim.core.pipeline;

import org.jspecify.annotations.NullMarked;
