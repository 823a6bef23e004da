package dev.apim.importing;

import dev.apim.resource.SpecificationReader.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the paths of a description: every operation of every path. */
final class PathReader {
    private final Place root;
    private final Dialect dialect;
    private final OperationReader operations;
    private final Map<String, Place> shapes = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    PathReader(Place root, Dialect dialect, OperationReader operations) {
        this.root = root;
        this.dialect = dialect;
        this.operations = operations;
    }

    /** All operations in document order. */
    List<Member> read() {
        if (!root.has("paths") && !dialect.pathsAreOptional()) {
            root.error("'paths' is missing; a description needs it, if only as an empty object");
        }
        // Azure: x-ms-paths holds the paths that differ from others in their query only
        for (String member : List.of("paths", "x-ms-paths")) {
            root.object(member).ifPresent(paths -> paths.fields().forEach(this::path));
        }
        return members;
    }

    private void path(Place item) {
        Optional<UrlTemplate> template = UrlTemplate.parse(item.name(), item);
        List<Place> layers = layers(item);
        if (template.isEmpty() || layers.isEmpty()) {
            return;
        }
        Set<String> known = dialect.methods();
        for (Place layer : layers) {
            for (Place member : layer.members()) {
                boolean hidden = layer != layers.get(0) && layers.get(0).has(member.name());
                if (known.contains(member.name()) && !hidden && member.isObject()) {
                    operation(layers, member, template.get());
                }
            }
        }
    }

    /** The path item, and the one it refers to: what it says itself goes first. */
    private static List<Place> layers(Place item) {
        if (!item.isObject()) {
            return List.of();
        }
        if (!item.has(References.REF)) {
            return List.of(item);
        }
        return References.object(item).map(target -> List.of(item, target)).orElse(List.of());
    }

    private void operation(List<Place> layers, Place place, UrlTemplate path) {
        String method = place.name().toUpperCase(Locale.ROOT);
        Optional<OperationReader.Read> read = operations.read(new OperationReader.Found(layers, place, method, path));
        if (read.isPresent()) {
            Place other =
                    shapes.putIfAbsent(method + " " + read.get().template().shape(), place);
            if (other != null) {
                place.error(method + " " + path.text() + " cannot be told from the operation at " + other.position()
                        + "; remove one of them");
            }
            members.add(read.get().member());
        }
    }
}
