package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of a JSON text exactly as lenient as Json.NET's {@code JsonTextReader}: comments, either quote, names without quotes,
 * trailing commas, {@code undefined}, constructors, and dates recognised in texts.
 */
final class JsonReader {
    static final int MAX_DEPTH = 64;

    private enum State {
        START,
        VALUE,
        OBJECT,
        AFTER_VALUE,
        FINISHED
    }

    private final JsonSource source;
    private final JsonSource.Fault faults;
    private final JsonStrings strings;
    private final Deque<JsonScope> scopes = new ArrayDeque<>();
    private State state = State.START;
    private boolean justOpened;
    private JsonToken token = JsonToken.NONE;
    private @Nullable Object value;

    JsonReader(String text) {
        source = new JsonSource(text);
        faults = new JsonFaults(this, source.text);
        strings = new JsonStrings(source, faults);
    }

    JsonToken token() {
        return token;
    }

    @Nullable
    Object value() {
        return value;
    }

    int line() {
        return state == State.START && source.position() == 0 && token != JsonToken.COMMENT ? 0 : source.line();
    }

    int position() {
        return source.position();
    }

    /** How many containers are open, the one that starts here not counted. */
    int depth() {
        boolean starts = token == JsonToken.START_OBJECT
                || token == JsonToken.START_ARRAY
                || token == JsonToken.START_CONSTRUCTOR;
        return scopes.size() - (starts ? 1 : 0);
    }

    String path() {
        return JsonScope.path(scopes, justOpened);
    }

    DotNetException fault(String message) {
        return fault(JsonErrors.READER, message);
    }

    DotNetException fault(String type, String message) {
        return JsonErrors.at(type, message, path(), line(), position());
    }

    private DotNetException unexpected(char c) {
        return fault("Unexpected character encountered while parsing value: " + c + ".");
    }

    /** Goes to the next token, if there is one. */
    boolean read() {
        while (true) {
            switch (state) {
                case START, VALUE -> {
                    return readValue();
                }
                case OBJECT -> {
                    return readObject();
                }
                case AFTER_VALUE -> {
                    if (readAfterValue()) {
                        return true;
                    }
                    if (state == State.FINISHED) {
                        return none();
                    }
                }
                case FINISHED -> {
                    return readFinished();
                }
            }
        }
    }

    private boolean none() {
        token = JsonToken.NONE;
        value = null;
        return false;
    }

    private boolean readFinished() {
        source.spaces();
        if (source.atEnd()) {
            return none();
        }
        if (source.here() == '/') {
            comment();
            return true;
        }
        throw fault("Additional text encountered after finished reading JSON content: " + source.here() + ".");
    }

    private boolean readAfterValue() {
        source.spaces();
        if (source.atEnd()) {
            state = State.FINISHED;
            return false;
        }
        switch (source.here()) {
            case '}' -> closed(JsonToken.END_OBJECT);
            case ']' -> closed(JsonToken.END_ARRAY);
            case ')' -> closed(JsonToken.END_CONSTRUCTOR);
            case '/' -> comment();
            case ',' -> {
                source.at++;
                JsonScope scope = scopes.peek();
                state = scope != null && scope.kind == JsonScope.Kind.OBJECT ? State.OBJECT : State.VALUE;
                justOpened = false;
                return false;
            }
            default ->
                throw fault("After parsing a value an unexpected character was encountered: " + source.here() + ".");
        }
        return true;
    }

    private void closed(JsonToken end) {
        source.at++;
        end(end);
    }

    private boolean readObject() {
        source.spaces();
        if (source.atEnd()) {
            return none();
        }
        char c = source.here();
        if (c == '}') {
            end(JsonToken.END_OBJECT);
            source.at++;
            return true;
        }
        if (c == '/') {
            comment();
            return true;
        }
        String name = propertyName(c);
        source.spaces();
        if (source.here() != ':') {
            throw fault("Invalid character after parsing property name. Expected ':' but got: " + source.here() + ".");
        }
        source.at++;
        token = JsonToken.PROPERTY_NAME;
        value = name;
        JsonScope scope = scopes.peek();
        if (scope != null) {
            scope.name = name;
        }
        state = State.VALUE;
        justOpened = false;
        return true;
    }

    private String propertyName(char c) {
        if (c == '"' || c == '\'') {
            source.at++;
            return strings.read(c);
        }
        if (!isIdentifier(c)) {
            throw fault("Invalid property identifier character: " + c + ".");
        }
        int start = source.at;
        while (!source.atEnd() && isIdentifier(source.here())) {
            source.at++;
        }
        if (source.atEnd()) {
            throw fault("Unexpected end while parsing unquoted property name.");
        }
        char end = source.here();
        if (!JsonSource.isSpace(end) && end != ':' && end != '\0') {
            throw fault("Invalid JavaScript property identifier character: " + end + ".");
        }
        return source.text.substring(start, source.at);
    }

    private static boolean isIdentifier(char c) {
        return Character.isLetter(c) || Character.isDigit(c) || c == '_' || c == '$';
    }

    private boolean readValue() {
        source.spaces();
        if (source.atEnd()) {
            return none();
        }
        char c = source.here();
        switch (c) {
            case '"', '\'' -> string(c);
            case 't' -> literal("true", JsonToken.BOOLEAN, true, "boolean");
            case 'f' -> literal("false", JsonToken.BOOLEAN, false, "boolean");
            case 'n' -> nullOrNew();
            case 'u' -> literal("undefined", JsonToken.UNDEFINED, null, "undefined");
            case 'N' -> literal("NaN", JsonToken.FLOAT, Double.NaN, "NaN");
            case 'I' -> literal("Infinity", JsonToken.FLOAT, Double.POSITIVE_INFINITY, "Infinity");
            case '/' -> comment();
            case '{' -> start(JsonToken.START_OBJECT, JsonScope.Kind.OBJECT);
            case '[' -> start(JsonToken.START_ARRAY, JsonScope.Kind.ARRAY);
            case ']' -> closed(JsonToken.END_ARRAY);
            case ')' -> closed(JsonToken.END_CONSTRUCTOR);
            case ',' -> scalar(JsonToken.UNDEFINED, null);
            default -> number(c);
        }
        return true;
    }

    private void number(char c) {
        if (c == '-' && source.has(1) && source.ahead(1) == 'I') {
            literal("-Infinity", JsonToken.FLOAT, Double.NEGATIVE_INFINITY, "-Infinity");
            return;
        }
        if (c != '-' && c != '.' && !Character.isDigit(c)) {
            throw unexpected(c);
        }
        int start = source.at;
        while (!source.atEnd() && "-+abcdefABCDEFxX.0123456789".indexOf(source.here()) >= 0) {
            source.at++;
        }
        char end = source.here();
        if (!source.atEnd() && !JsonSource.isSpace(end) && ",}])/\0".indexOf(end) < 0) {
            throw fault("Unexpected character encountered while parsing number: " + end + ".");
        }
        finishValue();
        Object number = JsonNumbers.parse(source.text.substring(start, source.at), faults);
        token = number instanceof Double ? JsonToken.FLOAT : JsonToken.INTEGER;
        value = number;
    }

    private void string(char quote) {
        source.at++;
        String text = strings.read(quote);
        finishValue();
        Object date = Dates.read(text);
        token = date == null ? JsonToken.STRING : JsonToken.DATE;
        value = date == null ? text : date;
    }

    private void scalar(JsonToken scalar, @Nullable Object of) {
        token = scalar;
        value = of;
        finishValue();
    }

    private void finishValue() {
        state = scopes.isEmpty() ? State.FINISHED : State.AFTER_VALUE;
        justOpened = false;
        counted();
    }

    private void counted() {
        JsonScope scope = scopes.peek();
        if (scope != null && scope.kind != JsonScope.Kind.OBJECT) {
            scope.index++;
        }
    }

    private void nullOrNew() {
        if (!source.has(1)) {
            source.at++;
            throw fault("Unexpected end when reading JSON.");
        }
        switch (source.ahead(1)) {
            case 'u' -> literal("null", JsonToken.NULL, null, "null");
            case 'e' -> constructor();
            default -> throw unexpected(source.here());
        }
    }

    private void literal(String word, JsonToken literal, @Nullable Object of, String described) {
        if (!matches(word)) {
            throw fault("Error parsing " + described + " value.");
        }
        scalar(literal, of);
    }

    private boolean matches(String word) {
        if (!source.has(word.length() - 1)) {
            source.at = source.text.length();
            throw fault("Unexpected end when reading JSON.");
        }
        for (int i = 0; i < word.length(); i++) {
            if (source.ahead(i) != word.charAt(i)) {
                source.at += i;
                return false;
            }
        }
        source.at += word.length();
        return source.atEnd() || isSeparator(source.here());
    }

    private boolean isSeparator(char c) {
        return switch (c) {
            case '}', ']', ',', '\0' -> true;
            case '/' -> source.has(1) && (source.ahead(1) == '*' || source.ahead(1) == '/');
            case ')' -> scopes.peek() != null && scopes.peek().kind == JsonScope.Kind.CONSTRUCTOR;
            default -> JsonSource.isSpace(c);
        };
    }

    private void constructor() {
        if (!matches("new")) {
            throw fault("Unexpected content while parsing JSON.");
        }
        source.spaces();
        int start = source.at;
        while (!source.atEnd() && Character.isLetterOrDigit(source.here())) {
            source.at++;
        }
        if (source.atEnd()) {
            throw fault("Unexpected end while parsing constructor.");
        }
        String name = source.text.substring(start, source.at);
        source.spaces();
        if (source.here() != '(') {
            throw fault("Unexpected character while parsing constructor: " + source.here() + ".");
        }
        start(JsonToken.START_CONSTRUCTOR, JsonScope.Kind.CONSTRUCTOR);
        value = name;
    }

    private void start(JsonToken start, JsonScope.Kind kind) {
        source.at++;
        token = start;
        value = null;
        counted();
        scopes.push(new JsonScope(kind));
        state = kind == JsonScope.Kind.OBJECT ? State.OBJECT : State.VALUE;
        justOpened = true;
        if (scopes.size() > MAX_DEPTH) {
            justOpened = false;
            scopes.pop();
            throw faults.beyond("The reader's MaxDepth of " + MAX_DEPTH + " has been exceeded.");
        }
    }

    private void end(JsonToken end) {
        JsonScope scope = scopes.poll();
        justOpened = false;
        token = end;
        value = null;
        JsonScope.Kind expected = end == JsonToken.END_OBJECT
                ? JsonScope.Kind.OBJECT
                : end == JsonToken.END_ARRAY ? JsonScope.Kind.ARRAY : JsonScope.Kind.CONSTRUCTOR;
        if (scope == null || scope.kind != expected) {
            throw fault("JsonToken " + end.shown + " is not valid for closing JsonType "
                    + (scope == null ? "None" : scope.kind.shown) + ".");
        }
        state = scopes.isEmpty() ? State.FINISHED : State.AFTER_VALUE;
    }

    private void comment() {
        source.at++;
        if (!source.has(1)) {
            throw fault("Unexpected end while parsing comment.");
        }
        boolean line = source.here() == '/';
        if (!line && source.here() != '*') {
            throw fault("Error parsing comment. Expected: *, got " + source.here() + ".");
        }
        source.at++;
        int start = source.at;
        int end = line ? source.toLineEnd() : source.toCommentEnd();
        if (end < 0) {
            throw fault("Unexpected end while parsing comment.");
        }
        token = JsonToken.COMMENT;
        value = source.text.substring(start, end);
    }
}
