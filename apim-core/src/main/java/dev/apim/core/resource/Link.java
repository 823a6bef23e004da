package dev.apim.core.resource;

import dev.apim.resource.ResourcePath;
import java.util.List;

/**
 * A resource's word that another exists.
 *
 * @param pointer to the property that says so
 * @param text as written
 * @param targets any of which satisfies it
 * @param fatal whether its absence refuses the configuration
 */
record Link(String pointer, String text, List<ResourcePath> targets, boolean fatal) {}
