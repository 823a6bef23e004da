package dev.apim.core.document;

/** Measures content that need not be XML: up to the end tag that belongs to its element. */
final class RawContent {
    private final String text;
    private final Cursor cursor;
    /** Before which offset a comment or CDATA section may be closed; keeps hostile text from being searched again and again. */
    private int lastComment;

    private int lastCData;

    /** Where the last tag looked at ends; looked for once, however many begin ahead of it. */
    private int tagEnd = -1;

    RawContent(String text, Cursor cursor) {
        this.text = text;
        this.cursor = cursor;
        this.lastComment = text.lastIndexOf("-->");
        this.lastCData = text.lastIndexOf("]]>");
    }

    /**
     * Content between two tags.
     *
     * @param end of it, or -1 where the end tag is missing
     * @param hasTags whether there are tags, or what looks like tags, in it
     */
    record Extent(int end, boolean hasTags) {}

    /** Measures the content that begins at the cursor, which is moved at will. */
    Extent measure(String element) {
        int depth = 0;
        boolean hasTags = false;
        for (int at = text.indexOf('<', cursor.offset()); at >= 0; at = text.indexOf('<', at)) {
            cursor.moveTo(at);
            if (closes(element) && depth-- == 0) {
                return new Extent(at, hasTags);
            }
            if (opens(element)) {
                depth++;
            }
            hasTags |= cursor.seesTag() || cursor.ahead(1) == '?';
            at = behindMarkup(at);
        }
        return new Extent(-1, hasTags);
    }

    private int behindMarkup(int at) {
        if (cursor.sees("<!--") && at < lastComment) {
            return text.indexOf("-->", at) + 3;
        }
        return cursor.sees("<![CDATA[") && at < lastCData ? text.indexOf("]]>", at) + 3 : at + 1;
    }

    private boolean closes(String element) {
        return cursor.sees("</" + element) && endsName(2 + element.length());
    }

    private boolean opens(String element) {
        if (!cursor.sees("<" + element) || !endsName(1 + element.length())) {
            return false;
        }
        if (tagEnd < cursor.offset()) {
            int found = text.indexOf('>', cursor.offset());
            tagEnd = found < 0 ? text.length() : found;
        }
        return text.charAt(tagEnd - 1) != '/';
    }

    private boolean endsName(int distance) {
        char next = cursor.ahead(distance);
        return next == '>' || next == '/' || Cursor.isSpace(next);
    }
}
