/** Configuration as a tree of resources, and where it is stored. */
@NullMarked
package dev.apim.resource;

import org.jspecify.annotations.NullMarked;
