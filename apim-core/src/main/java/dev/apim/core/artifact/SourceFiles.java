package dev.apim.core.artifact;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.file.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder, within limits, none of them elsewhere. */
final class SourceFiles {
    static final int PROPERTIES_LIMIT = 1024 * 1024;
    static final int POLICY_LIMIT = 256 * 1024;
    static final int FRAGMENT_LIMIT = 512 * 1024;
    static final int SPECIFICATION_LIMIT = 4 * 1024 * 1024;

    private final Path folder;

    SourceFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The text of a file, or empty when it cannot be taken, which was then reported. */
    Optional<String> text(Path file, int limit, IssueSink issues) {
        String source = file.toString();
        if (!isInside(file, issues)) {
            return Optional.empty();
        }
        try {
            long size = Files.size(file);
            if (size > limit) {
                issues.error(
                        Position.startOf(source),
                        "the file has " + size + " bytes, expected at most " + limit + ": make it smaller");
                return Optional.empty();
            }
            return Utf8Text.decode(source, Files.readAllBytes(file), issues);
        } catch (IOException e) {
            issues.error(Position.startOf(source), "the file cannot be read: check its permissions");
            return Optional.empty();
        }
    }

    /** The folders in a directory, in the order of names; none when it is not there. */
    List<Path> folders(Path directory, IssueSink issues) {
        return list(directory, issues).stream()
                .filter(path -> Files.isDirectory(path) && (!Files.isSymbolicLink(path) || isInside(path, issues)))
                .toList();
    }

    /** The plain files in a directory, in the order of names. */
    List<Path> files(Path directory, IssueSink issues) {
        return list(directory, issues).stream()
                .filter(path -> !Files.isDirectory(path))
                .toList();
    }

    private List<Path> list(Path directory, IssueSink issues) {
        if (!Files.isDirectory(directory) || !isInside(directory, issues)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            issues.error(Position.startOf(directory.toString()), "the folder cannot be read: check its permissions");
            return List.of();
        }
    }

    private boolean isInside(Path path, IssueSink issues) {
        try {
            if (path.toRealPath().startsWith(folder.toRealPath())) {
                return true;
            }
            issues.error(
                    Position.startOf(path.toString()),
                    "the link leads out of " + folder + ": put the file itself here");
        } catch (IOException e) {
            issues.error(Position.startOf(path.toString()), "the file is not there, or is a link that leads nowhere");
        }
        return false;
    }
}
