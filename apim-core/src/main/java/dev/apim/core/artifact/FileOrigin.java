package dev.apim.core.artifact;

import dev.apim.Position;
import dev.apim.core.json.PositionedTree;
import dev.apim.resource.Resource;
import java.nio.file.Path;

/**
 * Finds places by reading the file again: they are asked for when something is wrong with it, and keeping them for every value of a
 * large configuration would cost more than the configuration.
 *
 * @param files that may be read
 * @param file with the text
 * @param pointer to what the properties begin at
 */
record FileOrigin(SourceFiles files, Path file, String pointer) implements Resource.Origin {
    @Override
    public Position at(String property) {
        // Whatever is wrong with the file by now was not when the resource was read, and is reported at the next
        // reading.
        return files.text(file, SourceFiles.SPECIFICATION_LIMIT, issue -> {})
                .flatMap(text -> PositionedTree.read(file.toString(), text, issue -> {}))
                .map(tree -> tree.at(pointer + property))
                .orElseGet(() -> Position.startOf(file.toString()));
    }
}
