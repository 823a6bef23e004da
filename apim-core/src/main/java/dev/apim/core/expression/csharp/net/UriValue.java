package dev.apim.core.expression.csharp.net;

import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** A {@code Uri}, absolute or relative. A path alone is relative, as on Windows. Immutable. */
public final class UriValue {
    private static final int RELATIVE_OR_ABSOLUTE = 0;
    private static final int RELATIVE = 2;

    private final String original;
    private final @Nullable UriParts parts;

    private UriValue(String original, @Nullable UriParts parts) {
        this.original = original;
        this.parts = parts;
    }

    /**
     * A URI that is absolute.
     *
     * @throws DotNetException a {@code UriFormatException}
     */
    public static UriValue of(String text) {
        return new UriValue(text, UriParts.parse(text));
    }

    /** Of a {@code UriKind}. */
    static UriValue of(String text, long kind) {
        if (kind < 0 || kind > RELATIVE) {
            throw DotNetException.argument(
                    "The value '" + kind + "' passed for the UriKind parameter is invalid.", "uriKind");
        }
        boolean absolute = UriParts.schemeEnd(text.strip()) >= 0;
        if (kind == RELATIVE && absolute) {
            throw UriParts.mistake(
                    "A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.");
        }
        return kind == RELATIVE || (kind == RELATIVE_OR_ABSOLUTE && !absolute) ? new UriValue(text, null) : of(text);
    }

    /** A relative one against this. */
    UriValue resolve(String relative) {
        UriParts base = parts();
        String text = relative.strip();
        if (UriParts.schemeEnd(text) >= 0) {
            return of(relative);
        }
        if (text.isEmpty()) {
            return rebuilt(base.start() + base.path() + base.query());
        }
        if (text.startsWith("//") || text.startsWith("\\\\")) {
            return rebuilt(base.scheme() + ":" + text);
        }
        if (text.startsWith("/") || text.startsWith("\\")) {
            return rebuilt(base.start() + text);
        }
        if (text.startsWith("?")) {
            return rebuilt(base.start() + base.path() + text);
        }
        if (text.startsWith("#")) {
            return rebuilt(base.start() + base.path() + base.query() + text);
        }
        return rebuilt(base.start() + base.path().substring(0, base.path().lastIndexOf('/') + 1) + text);
    }

    private static UriValue rebuilt(String text) {
        UriParts made = UriParts.parse(text);
        return new UriValue(made.whole(), made);
    }

    /** How another is reached from here. */
    UriValue relativeTo(UriValue other) {
        UriParts from = parts();
        UriParts to = other.parts();
        if (!from.start().equals(to.start())) {
            return other;
        }
        String[] a = from.path().split("/", -1);
        String[] b = to.path().split("/", -1);
        int common = 0;
        while (common < Math.min(a.length, b.length) - 1 && a[common].equals(b[common])) {
            common++;
        }
        StringBuilder path = new StringBuilder("../".repeat(a.length - 1 - common));
        path.append(String.join("/", java.util.Arrays.asList(b).subList(common, b.length)));
        boolean same = from.path().equals(to.path());
        String relative = same ? "" : path.isEmpty() ? "./" : path.toString();
        return new UriValue(relative + to.query() + to.fragment(), null);
    }

    boolean isAbsolute() {
        return parts != null;
    }

    /** The parts of an absolute one. */
    UriParts parts() {
        if (parts == null) {
            throw DotNetException.invalidOperation("This operation is not supported for a relative URI.");
        }
        return parts;
    }

    String original() {
        return original;
    }

    /** As a request writes it. */
    public String absoluteUri() {
        return parts().whole();
    }

    /** Equal but for user information and fragment; relative ones by their text. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof UriValue that)) {
            return false;
        }
        if (parts == null || that.parts == null) {
            return parts == that.parts && original.equals(that.original);
        }
        return compared(parts).equals(compared(that.parts));
    }

    private static String compared(UriParts parts) {
        return parts.scheme() + "://" + parts.authority() + parts.path() + parts.query();
    }

    @Override
    public int hashCode() {
        return parts == null ? original.hashCode() : compared(parts).hashCode();
    }

    @Override
    public String toString() {
        return parts == null
                ? original
                : parts.start()
                        + UriText.shown(parts.path())
                        + UriText.shown(parts.query())
                        + UriText.shown(parts.fragment());
    }
}
