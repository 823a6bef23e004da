/** The configuration as immutable records, one for each resource type the engine uses. */
@NullMarked
package dev.apim.model;

import org.jspecify.annotations.NullMarked;
