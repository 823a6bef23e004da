package dev.apim.core.expression.csharp.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which prefixes stand for which namespaces while XML is written: .NET's writer's own book, which shows in the prefixes it makes up. */
final class Scopes {
    private static final int KNOWN = 3;

    private final boolean omitDuplicates;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Scopes(boolean omitDuplicates) {
        this.omitDuplicates = omitDuplicates;
        entries.add(new Entry("xmlns", XNamespace.XMLNS.uri(), Kind.IMPLIED));
        entries.add(new Entry("xml", XNamespace.XML.uri(), Kind.IMPLIED));
        entries.add(new Entry("", "", Kind.IMPLIED));
    }

    /** Whether a declaration is to be written. */
    enum Kind {
        IMPLIED,
        NEEDED,
        WRITTEN
    }

    /** A prefix and its namespace. */
    static final class Entry {
        final String prefix;
        final String uri;
        Kind kind;

        Entry(String prefix, String uri, Kind kind) {
            this.prefix = prefix;
            this.uri = uri;
            this.kind = kind;
        }
    }

    void open() {
        starts.add(entries.size());
    }

    void close() {
        int start = starts.remove(starts.size() - 1);
        entries.subList(start, entries.size()).clear();
    }

    /** That a prefix is used, which must then be declared. */
    void use(String prefix, String uri) {
        int known = find(prefix);
        if (known >= scope()) {
            sameNamespace(entries.get(known), uri);
            return;
        }
        boolean implied = known >= 0 && entries.get(known).uri.equals(uri);
        entries.add(new Entry(prefix, uri, implied ? Kind.IMPLIED : Kind.NEEDED));
    }

    /** That a declaration is written here; false where it is one too many. */
    boolean declare(String prefix, String uri) {
        int known = find(prefix);
        if (known >= scope()) {
            Entry entry = entries.get(known);
            sameNamespace(entry, uri);
            boolean write = !omitDuplicates || entry.kind == Kind.NEEDED;
            entry.kind = Kind.WRITTEN;
            return write;
        }
        if (omitDuplicates && known >= KNOWN && entries.get(known).uri.equals(uri)) {
            return false;
        }
        entries.add(new Entry(prefix, uri, Kind.WRITTEN));
        return true;
    }

    private static void sameNamespace(Entry entry, String uri) {
        if (!entry.uri.equals(uri)) {
            throw XmlNames.error("The prefix '" + entry.prefix + "' cannot be redefined from '" + entry.uri + "' to '"
                    + uri + "' within the same start element tag.");
        }
    }

    /** A prefix of a namespace, null where none is in sight. */
    @Nullable
    String prefixOf(String uri) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.uri.equals(uri)) {
                return find(entry.prefix) == i ? entry.prefix : null;
            }
        }
        return null;
    }

    /** A prefix that none has. */
    String made() {
        String made = "p" + (entries.size() - KNOWN);
        if (find(made) < 0) {
            return made;
        }
        int i = 0;
        while (find(made + i) >= 0) {
            i++;
        }
        return made + i;
    }

    /** What the element that is open must still declare, the last first. */
    List<Entry> missing() {
        List<Entry> missing = new ArrayList<>();
        for (int i = entries.size() - 1; i >= scope(); i--) {
            if (entries.get(i).kind == Kind.NEEDED) {
                missing.add(entries.get(i));
            }
        }
        return missing;
    }

    private int scope() {
        return starts.get(starts.size() - 1);
    }

    private int find(String prefix) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).prefix.equals(prefix)) {
                return i;
            }
        }
        return -1;
    }
}
