package dev.apim.core.artifact;

import dev.apim.Issue;
import dev.apim.core.resource.ResourceType;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SpecificationReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one top-level resource, as it was when last read.
 *
 * @param place which folder it is
 * @param signature of its files then
 * @param stored what it gave
 * @param issues what was wrong
 */
record FolderUnit(Place place, String signature, List<Stored> stored, List<Issue> issues) {
    /**
     * A folder that is read as one.
     *
     * @param path of the resource; of the service for the root
     * @param folder where
     * @param type of the resource; {@code null} for the root
     */
    record Place(ResourcePath path, Path folder, @Nullable ResourceType type) {
        /** Whether the folders within are places of their own. */
        boolean isScope() {
            return type == null || type.name().equals("workspaces");
        }
    }

    static FolderUnit read(
            Place place, String signature, SourceFiles files, Overrides overrides, List<SpecificationReader> readers) {
        List<Issue> issues = new ArrayList<>();
        FolderReader reader = new FolderReader(files, overrides, readers, issues::add);
        if (place.type() == null) {
            reader.scope(place.folder(), place.path());
        } else {
            reader.resource(place.folder(), place.path(), place.type());
        }
        return new FolderUnit(place, signature, List.copyOf(reader.found()), List.copyOf(issues));
    }

    boolean isBroken() {
        return issues.stream().anyMatch(Issue::isError);
    }
}
