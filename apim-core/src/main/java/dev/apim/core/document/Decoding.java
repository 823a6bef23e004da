package dev.apim.core.document;

/**
 * How characters are taken from a document.
 *
 * @param entities whether entities are decoded and line ends become LF (XML 1.0 §2.11)
 * @param counted whether references to named values count for the document
 * @param defined whether a reference to a named value that is not defined is a mistake
 */
record Decoding(boolean entities, boolean counted, boolean defined) {
    /** An attribute's value or an element's text. */
    static final Decoding VALUE = new Decoding(true, true, true);

    /** Content taken as written because it is not policy XML. */
    static final Decoding CONTENT = new Decoding(false, true, true);

    /** Content whose parts were read already. */
    static final Decoding COPY = new Decoding(false, false, false);

    /** The same in a Liquid template, where braces are Liquid's unless they name a defined value (Azure: set-body template). */
    Decoding liquid(boolean liquid) {
        return liquid ? new Decoding(entities, counted, false) : this;
    }
}
