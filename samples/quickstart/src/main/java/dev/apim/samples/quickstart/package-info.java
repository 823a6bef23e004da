/** The backend of the quickstart sample. */
@NullMarked
package dev.apim.samples.quickstart;

import org.jspecify.annotations.NullMarked;
