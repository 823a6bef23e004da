package dev.apim.core.artifact;

import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.nio.file.Path;

/**
 * A resource and the file it comes from.
 *
 * @param resource with overrides merged in
 * @param form how the file holds it
 * @param file the one with its text
 */
record Stored(Resource resource, Form form, Path file) {
    /** How a file holds a resource. */
    enum Form {
        /** A folder with a file of properties. */
        FOLDER,
        /** The whole of a policy.xml. */
        POLICY,
        /** One entry of a list such as apis.json. */
        LIST,
        /** A part of an interface description. */
        SPECIFICATION,
        /** A part of another resource's properties. */
        INLINE,
        /** A text in Markdown. */
        TEXT
    }

    ResourcePath path() {
        return resource.path();
    }
}
