package dev.apim.core.document;

import dev.apim.model.NamedValue;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document being decoded: entities and named values are replaced, and every character remembers where it was written.
 * Decodes as far as somebody looks, so that an expression can be measured before anything is known of what follows it.
 */
final class Decoded implements Chars {
    private static final int NOWHERE = -1;

    private final SourceText source;
    private final String written;
    private final Substitution substitution;
    private final Decoding decoding;
    private final StringBuilder text = new StringBuilder();
    private final Origins origins = new Origins();
    private final List<Undefined> undefined = new ArrayList<>();
    private int ampersand = NOWHERE;
    private int at;
    private int limit;
    private int stop = NOWHERE;

    private record Undefined(String name, int offset) {}

    Decoded(SourceText source, int from, Substitution substitution, Decoding decoding) {
        this.source = source;
        this.written = source.text();
        this.substitution = substitution;
        this.decoding = decoding;
        this.at = from;
        this.limit = written.length();
    }

    /** From here on, decoding ends at this written character, or, with -1, only at the end of the document. */
    Decoded stopAt(int character) {
        stop = character;
        return this;
    }

    /** Goes on at a later place. */
    void skipTo(int offset) {
        at = offset;
    }

    /** Where decoding has come to in the document. */
    int offset() {
        return at;
    }

    int length() {
        return text.length();
    }

    @Override
    public int at(int index) {
        while (text.length() <= index) {
            if (!advance(decoding.entities())) {
                return -1;
            }
        }
        return text.charAt(index);
    }

    /** The index of the first character from {@code index} on that is not white space; decodes up to it. */
    int skipSpace(int index) {
        int i = index;
        while (Character.isWhitespace(at(i))) {
            i++;
        }
        return i;
    }

    /** Decodes up to the stop. */
    Decoded finish() {
        decodeAll(decoding.entities());
        return this;
    }

    /** Decodes nothing any more. */
    Decoded seal() {
        limit = at;
        return this;
    }

    /** Decodes up to an offset. */
    Decoded finish(int end) {
        take(at, end, decoding.entities());
        return this;
    }

    /** Takes characters as they are, but for named values. */
    void take(int from, int to, boolean entities) {
        int stopBefore = stop;
        stop = NOWHERE;
        at = from;
        limit = to;
        decodeAll(entities);
        limit = written.length();
        stop = stopBefore;
    }

    /** Forgets what was decoded behind {@code length}; a named value or entity is kept or forgotten entirely. */
    void rewind(int length) {
        if (length == 0 || length >= text.length()) {
            return;
        }
        int end = origins.isSame(length - 1) ? length : origins.endOfRun(length - 1, text.length());
        at = origins.behind(length - 1);
        text.setLength(end);
        origins.truncate(end);
        undefined.removeIf(u -> u.offset() >= at);
        if (ampersand >= at) {
            ampersand = NOWHERE;
        }
    }

    String text() {
        return text.toString();
    }

    /** The characters between two indexes as a value. */
    Value value(int from, int to, Value.Language language) {
        int end = to > from ? origins.behind(to - 1) : written(from);
        return new Value(text.substring(from, to), language, origins.origin(source, from, to, end));
    }

    /** Where the character at an index was written; of the index behind the last, where decoding has come to. */
    int written(int index) {
        return index < text.length() ? origins.written(index) : at;
    }

    /** Where the first ampersand is that begins no entity, or -1. */
    int ampersand() {
        return ampersand;
    }

    void reportUndefined() {
        undefined.forEach(u -> substitution.reportUndefined(u.name(), u.offset()));
    }

    private void decodeAll(boolean entities) {
        boolean more = true;
        while (more) {
            more = advance(entities);
        }
    }

    private boolean advance(boolean entities) {
        if (at >= limit) {
            return false;
        }
        char c = written.charAt(at);
        if (c == stop) {
            return false;
        }
        switch (c) {
            case '{' -> brace();
            case '&' -> {
                if (entities) {
                    entity();
                } else {
                    same(1);
                }
            }
            case '\r' -> {
                if (entities) {
                    lineEnd();
                } else {
                    same(1);
                }
            }
            default -> same(plain());
        }
        return true;
    }

    /** How many characters from here on need no thought; not many where the end is not known, so that little is decoded in vain. */
    private int plain() {
        int last = limit < written.length() ? limit : Math.min(limit, at + 32);
        int end = at + 1;
        while (end < last && !isSpecial(written.charAt(end))) {
            end++;
        }
        return end - at;
    }

    private boolean isSpecial(char c) {
        return c == stop || c == '{' || c == '&' || c == '\r';
    }

    private void same(int count) {
        origins.same(text.length(), at);
        text.append(written, at, at + count);
        at += count;
    }

    private void brace() {
        @Nullable String name = NamedValues.nameAt(written, at);
        if (name == null || at + name.length() + 4 > limit) {
            same(1);
            return;
        }
        NamedValue value = substitution.find(name, at, decoding.counted());
        int end = at + name.length() + 4;
        if (value != null) {
            instead(value.value(), end, value.secret() ? name : null);
            return;
        }
        if (decoding.defined() && substitution.known() && !isCSharpBrace(end)) {
            undefined.add(new Undefined(name, at));
        }
        same(end - at);
    }

    /** In <code>$"{{{name}}}"</code> the outer braces are text and {@code name} is a variable. */
    private boolean isCSharpBrace(int end) {
        return at > 0 && written.charAt(at - 1) == '{' && end < written.length() && written.charAt(end) == '}';
    }

    private void entity() {
        @Nullable Entity entity = Entity.at(written, at);
        if (entity == null) {
            if (ampersand < 0) {
                ampersand = at;
            }
            same(1);
        } else {
            instead(Character.toString(entity.codePoint()), at + entity.length(), null);
        }
    }

    private void lineEnd() {
        int length = at + 1 < limit && written.charAt(at + 1) == '\n' ? 2 : 1;
        origins.same(text.length(), at + length - 1);
        text.append('\n');
        at += length;
    }

    private void instead(String replacement, int end, @Nullable String secret) {
        if (!replacement.isEmpty()) {
            origins.insteadOf(text.length(), at, end, secret);
            text.append(replacement);
        }
        at = end;
    }
}
