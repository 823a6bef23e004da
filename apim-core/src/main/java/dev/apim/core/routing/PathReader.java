package dev.apim.core.routing;

import dev.apim.core.routing.PathRules.MatrixParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings a path that is not plain into canonical form, segment by segment. */
final class PathReader {
    private static final Pattern REVISION = Pattern.compile("rev=([0-9]{1,100})", Pattern.CASE_INSENSITIVE);

    private final PathRules rules;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable String rootRevision;
    private boolean trailingSlash;

    /**
     * A segment that stays.
     *
     * @param name of it
     * @param parameters as they came, with their semicolon; or empty
     * @param revision that the parameters name
     */
    private record Segment(
            SegmentName name, String parameters, @Nullable String revision) {}

    private PathReader(PathRules rules) {
        this.rules = rules;
    }

    static CanonicalPath read(String path, String query, PathRules rules) {
        PathReader reader = new PathReader(rules);
        for (int start = 1; start <= path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            reader.segment(path.substring(start, end), slash < 0);
            start = end + 1;
        }
        return reader.finish(query);
    }

    private void segment(String raw, boolean last) {
        if (raw.isEmpty()) {
            emptySegment(last);
            return;
        }
        int semicolon = raw.indexOf(';');
        SegmentName name = SegmentName.read(semicolon < 0 ? raw : raw.substring(0, semicolon), rules);
        String parameters = semicolon < 0 ? "" : raw.substring(semicolon);
        if (name.isDot() || name.isDoubleDot()) {
            dotSegment(name, parameters, last);
        } else {
            add(name, parameters);
            trailingSlash = false;
        }
    }

    private void emptySegment(boolean last) {
        if (last) {
            trailingSlash = true;
        } else if (!rules.mergeSlashes()) {
            throw new MalformedTargetException("The path holds an empty segment.");
        }
    }

    private void dotSegment(SegmentName name, String parameters, boolean last) {
        if (parameters.length() > 1) {
            revision(parameters, false);
        }
        if (name.isDoubleDot()) {
            if (segments.isEmpty()) {
                throw new MalformedTargetException("The path climbs above its root.");
            }
            segments.remove(segments.size() - 1);
        }
        trailingSlash = last;
    }

    private void add(SegmentName name, String parameters) {
        String revision = parameters.isEmpty() ? null : revision(parameters, true);
        if (!name.decoded().isEmpty()) {
            segments.add(new Segment(name, parameters, revision));
        } else if (revision != null && segments.isEmpty() && rootRevision == null) {
            rootRevision = revision; // "/;rev=2/…" asks for a revision of the API with the empty path
        } else {
            throw new MalformedTargetException("The path holds a segment of matrix parameters alone.");
        }
    }

    /** The revision among the parameters; any other parameter is refused or passed over, as the rules say. */
    private @Nullable String revision(String parameters, boolean allowed) {
        String found = null;
        boolean others = false;
        for (String parameter : parameters.substring(1).split(";", -1)) {
            Matcher matcher = REVISION.matcher(parameter);
            if (allowed && found == null && matcher.matches()) {
                found = matcher.group(1);
            } else {
                others = true;
                SegmentName.read(parameter, rules);
            }
        }
        if (others && rules.matrixParameters() == MatrixParameters.REFUSE) {
            throw new MalformedTargetException("The path holds matrix parameters.");
        }
        return found;
    }

    private CanonicalPath finish(String query) {
        StringBuilder encoded = new StringBuilder();
        if (rootRevision != null) {
            encoded.append("/;rev=").append(rootRevision);
        }
        CanonicalPath.Revision revision =
                rootRevision == null ? null : new CanonicalPath.Revision(rootRevision, 0, encoded.length());
        int[] spans = new int[segments.size() * CanonicalPath.SPAN];
        String[] decoded = new String[segments.size()];
        for (int i = 0; i < decoded.length; i++) {
            Segment segment = segments.get(i);
            String text = segment.name().decoded();
            decoded[i] = text;
            CanonicalPath.span(
                    spans, i, encoded.length() + 1, segment.name().encoded().length(), text);
            encoded.append('/').append(segment.name().encoded()).append(segment.parameters());
            if (segment.revision() != null) {
                revision = oneRevision(revision, segment.revision(), i + 1, encoded.length());
            }
        }
        if (trailingSlash || encoded.isEmpty()) {
            encoded.append('/');
        }
        return new CanonicalPath(encoded.toString(), query, spans, decoded.length, decoded, revision, rules);
    }

    private CanonicalPath.Revision oneRevision(
            CanonicalPath.@Nullable Revision earlier, String number, int segmentCount, int end) {
        if (earlier == null) {
            return new CanonicalPath.Revision(number, segmentCount, end);
        }
        if (rules.matrixParameters() == MatrixParameters.REFUSE) {
            throw new MalformedTargetException("The path names a revision more than once.");
        }
        return earlier;
    }
}
