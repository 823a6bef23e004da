package dev.apim.core.artifact;

import dev.apim.ApimException;
import dev.apim.IssueSink;
import dev.apim.core.artifact.FolderUnit.Place;
import dev.apim.core.file.DurableFile;
import dev.apim.core.resource.ContentTag;
import dev.apim.core.resource.ResourceType;
import dev.apim.core.resource.ResourceTypes;
import dev.apim.resource.ResourcePath;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which folders there are, and whether their files changed. */
final class FolderPlaces {
    private static final Set<String> SERVICE_ONLY = Set.of("workspaces", "users");
    private static final int DEPTH = 8;

    /** A file may change again within its time stamp's tick; so younger ones are compared by content. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private FolderPlaces() {}

    static List<Place> in(SourceFiles files, IssueSink issues) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(ResourcePath.ROOT, files.folder(), null));
        scope(files, files.folder(), ResourcePath.ROOT, places, issues);
        return places;
    }

    private static void scope(
            SourceFiles files, Path folder, ResourcePath scope, List<Place> places, IssueSink issues) {
        for (ResourceType type : ResourceTypes.beneath("")) {
            if (scope.equals(ResourcePath.ROOT) || !SERVICE_ONLY.contains(type.name())) {
                for (String spelling : type.layout().folders()) {
                    for (Path child : files.folders(folder.resolve(spelling), issues)) {
                        ResourcePath path = scope.child(
                                type.collection(), child.getFileName().toString());
                        places.add(new Place(path, child, type));
                        if (type.name().equals("workspaces")) {
                            scope(files, child, path, places, issues);
                        }
                    }
                }
            }
        }
    }

    /** Equal as long as no file of a place changes. */
    static String signature(Place place, Instant now) {
        Set<String> lines = new TreeSet<>();
        try {
            Files.walkFileTree(
                    place.folder(),
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    place.isScope() ? 2 : DEPTH,
                    new Visitor(place, now.minus(TICK), lines));
        } catch (IOException e) {
            throw new ApimException("folder " + place.folder() + " cannot be read: check its permissions", e);
        }
        return ContentTag.of(String.join("\n", lines));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Place place;
        private final Instant old;
        private final Set<String> lines;

        Visitor(Place place, Instant old, Set<String> lines) {
            this.place = place;
            this.old = old;
            this.lines = lines;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean own = directory.equals(place.folder());
            boolean passed = isHidden(directory) || (place.isScope() && !directory.endsWith("policies"));
            if (!own && passed) {
                lines.add(directory.toString());
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isHidden(file)) {
                boolean compared = attributes.lastModifiedTime().toInstant().isAfter(old)
                        && attributes.isRegularFile()
                        && attributes.size() <= SourceFiles.SPECIFICATION_LIMIT;
                lines.add(file + " " + attributes.size() + " " + attributes.fileKey() + " "
                        + (compared
                                ? content(file)
                                : attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // It went away meanwhile, or is a link in a circle: reading says which.
            lines.add(file + " unreadable");
            return FileVisitResult.CONTINUE;
        }

        private static String content(Path file) throws IOException {
            try {
                return ContentTag.of(HexFormat.of().formatHex(Files.readAllBytes(file)));
            } catch (java.nio.file.NoSuchFileException e) {
                return "gone";
            }
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".")
                    || path.getFileName().toString().startsWith(DurableFile.UNFINISHED);
        }
    }
}
