package dev.apim.core.routing;

import dev.apim.core.routing.PathRules.MatrixParameters;
import dev.apim.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * A request target in the one form that routing, policies, keys of limits and caches, and forwarding share, so that no two of them
 * ever see different paths. Immutable.
 *
 * <p>Dot segments are resolved ({@code %2e} and {@code ..;} among them), empty segments merged, escapes of unreserved characters
 * decoded, and everything ambiguous is refused: escaped slashes, backslashes, control characters, bytes that are not UTF-8, broken
 * escapes, raw characters outside ASCII, and matrix parameters other than {@code ;rev=N}. Nothing is decoded twice: {@code %252e}
 * stays {@code %252e} on the way to the backend.
 */
public final class CanonicalPath {
    /** Integers kept for each segment: where its name starts and ends in the encoded path, and its hash. */
    static final int SPAN = 3;

    private static final CanonicalPath ASTERISK =
            new CanonicalPath("*", "", new int[0], 0, null, null, PathRules.DEFAULT);

    private final String encoded;
    private final String query;
    private final int[] spans;
    private final int count;
    private final String @Nullable [] decoded;
    private final @Nullable Revision revision;
    private final PathRules rules;
    private @Nullable QueryParameters parameters;

    /**
     * A {@code ;rev=N} in the path.
     *
     * @param number what it asks for
     * @param segments how many segments stand before it, its own among them
     * @param end where it ends in the encoded path
     */
    record Revision(String number, int segments, int end) {}

    CanonicalPath(
            String encoded,
            String query,
            int[] spans,
            int count,
            String @Nullable [] decoded,
            @Nullable Revision revision,
            PathRules rules) {
        this.encoded = encoded;
        this.query = query;
        this.spans = spans;
        this.count = count;
        this.decoded = decoded;
        this.revision = revision;
        this.rules = rules;
    }

    /**
     * Reads a request target in origin form (RFC 9112 §3.2.1); {@code *} gives a path that no API answers.
     *
     * @throws MalformedTargetException when it is refused
     */
    public static CanonicalPath parse(String target, PathRules rules) {
        if (target.equals("*")) {
            return ASTERISK;
        }
        if (target.isEmpty() || target.charAt(0) != '/') {
            throw new MalformedTargetException("The request target does not begin with a slash.");
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        Escapes.checkQuery(query, rules.checkQueryEscapes());
        CanonicalPath plain = plain(path, query, rules);
        return plain != null ? plain : PathReader.read(path, query, rules);
    }

    /** The path as it is forwarded: encoded, from its leading slash, with {@code ;rev=N} where the client wrote it. */
    public String encoded() {
        return encoded;
    }

    /** The query string as it came, without {@code ?}; empty where there is none. */
    public String query() {
        return query;
    }

    /** The parameters of the query string. */
    public QueryParameters parameters() {
        QueryParameters read = parameters;
        if (read == null) {
            read = QueryParameters.parse(query);
            parameters = read; // a race computes the same value twice
        }
        return read;
    }

    /** How many segments there are; a trailing slash adds none. */
    public int segments() {
        return count;
    }

    /** A segment, decoded and without matrix parameters. Never empty. */
    public String segment(int index) {
        return decoded != null ? decoded[index] : encoded.substring(from(index), to(index));
    }

    /** How many characters a segment has, decoded and without matrix parameters. */
    public int segmentLength(int index) {
        return to(index) - from(index);
    }

    /** Whether a segment, decoded, stands in {@code text} at {@code at}. */
    public boolean segmentIs(int index, String text, int at) {
        return text.regionMatches(at, text(index), from(index), segmentLength(index));
    }

    /** Whether the path ends in a slash. */
    public boolean endsInSlash() {
        return encoded.charAt(encoded.length() - 1) == '/';
    }

    /** The encoded path after the first {@code segments} of them and their {@code ;rev=N}: empty, or from a slash on. */
    public String after(int segments) {
        if (revision != null && revision.segments() == segments) {
            return encoded.substring(revision.end());
        }
        return encoded.substring(segments == 0 ? 0 : endOf(segments - 1));
    }

    /** The encoded path up to and with the first {@code segments} of them, without the last one's matrix parameters. */
    public String before(int segments) {
        return segments == 0 ? "" : encoded.substring(0, spans[(segments - 1) * SPAN + 1]);
    }

    /** How many characters {@link #before} has. */
    public int lengthBefore(int segments) {
        return segments == 0 ? 0 : spans[(segments - 1) * SPAN + 1];
    }

    /** Whether the path names a revision. */
    public boolean hasRevision() {
        return revision != null;
    }

    /** The revision asked for right after so many segments, or {@code null}. */
    @Nullable
    String revisionAfter(int segments) {
        return revision != null && revision.segments() == segments ? revision.number() : null;
    }

    /** Whether a revision is asked for elsewhere, where it is a matrix parameter like any other, and refused. */
    boolean refusesRevisionAfter(int segments) {
        return revision != null
                && revision.segments() != segments
                && rules.matrixParameters() == MatrixParameters.REFUSE;
    }

    boolean isAsterisk() {
        return encoded.charAt(0) != '/';
    }

    /** The text that holds the decoded segment from {@link #from} to {@link #to}. */
    String text(int index) {
        return decoded != null ? decoded[index] : encoded;
    }

    int from(int index) {
        return decoded != null ? 0 : spans[index * SPAN];
    }

    int to(int index) {
        return decoded != null ? decoded[index].length() : spans[index * SPAN + 1];
    }

    int hash(int index) {
        return spans[index * SPAN + 2];
    }

    static void span(int[] spans, int index, int start, int length, String decoded) {
        spans[index * SPAN] = start;
        spans[index * SPAN + 1] = start + length;
        spans[index * SPAN + 2] = CaseFold.hash(decoded, 0, decoded.length());
    }

    private int endOf(int index) {
        int slash = encoded.indexOf('/', spans[index * SPAN + 1]);
        return slash < 0 ? encoded.length() : slash;
    }

    /** The way of nearly all requests: the path is canonical as it came, and only its segments' places are noted. */
    private static @Nullable CanonicalPath plain(String path, String query, PathRules rules) {
        int[] spans = new int[slashes(path) * SPAN];
        int count = 0;
        int start = 1;
        int hash = 0;
        for (int i = 1; i <= path.length(); i++) {
            char c = i < path.length() ? path.charAt(i) : '/';
            if (c != '/') {
                if (!PathCharacters.isPlain(c)) {
                    return null;
                }
                hash = 31 * hash + CaseFold.fold(c);
                continue;
            }
            if (i == start ? i < path.length() : isDots(path, start, i)) {
                return null;
            }
            if (i > start) {
                spans[count * SPAN] = start;
                spans[count * SPAN + 1] = i;
                spans[count * SPAN + 2] = hash;
                count++;
            }
            start = i + 1;
            hash = 0;
        }
        return new CanonicalPath(path, query, spans, count, null, null, rules);
    }

    private static int slashes(String path) {
        int slashes = 0;
        for (int i = 0; i < path.length(); i++) {
            slashes += path.charAt(i) == '/' ? 1 : 0;
        }
        return slashes;
    }

    private static boolean isDots(String path, int start, int end) {
        int length = end - start;
        return length <= 2 && path.charAt(start) == '.' && path.charAt(end - 1) == '.';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanonicalPath that && that.encoded.equals(encoded) && that.query.equals(query);
    }

    @Override
    public int hashCode() {
        return 31 * encoded.hashCode() + query.hashCode();
    }

    /** The path alone: a query may hold secrets. */
    @Override
    public String toString() {
        return encoded;
    }
}
