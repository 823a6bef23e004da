package dev.apim.core.expression.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.QueryParameters;
import dev.apim.policy.BodyLimitException;
import dev.apim.policy.ExpressionException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message with what is needed to read it (Azure: {@code IMessageBody}). It lies in memory when an expression that
 * declares to read it runs; reading without {@code preserve} takes it away.
 *
 * @param body of the message
 * @param headers of the same message, for the charset
 */
public record ReadableBody(MessageBody body, Headers headers) {
    private static final String BEYOND = "The body's JSON is beyond the limits: a depth of "
            + Json.LIMITS.getMaxNestingDepth() + ", numbers of " + Json.LIMITS.getMaxNumberLength()
            + " and strings of " + Json.LIMITS.getMaxStringLength() + " characters, no name twice in an object";

    /**
     * The bytes themselves, not a copy: do not change them.
     *
     * @throws ExpressionException when the body is gone or was never brought into memory
     */
    public byte[] bytes(boolean preserve) {
        try {
            return body.read(preserve);
        } catch (IllegalStateException notThere) {
            throw new ExpressionException(String.valueOf(notThere.getMessage()), notThere);
        }
    }

    /** The text, decoded by its byte order mark, which is dropped, else by the charset of its media type, else as UTF-8. */
    public String text(boolean preserve) {
        return decoded(bytes(preserve));
    }

    /** The text of an XML document, which may tell its encoding itself where its media type does not (RFC 7303 §3). */
    public String xml(boolean preserve) {
        byte[] bytes = bytes(preserve);
        Charset declared = charsetName() == null ? ByteText.declared(bytes) : null;
        return declared == null ? decoded(bytes) : ByteText.decoded(bytes, declared);
    }

    private String decoded(byte[] bytes) {
        return ByteText.decoded(bytes, charset());
    }

    /** Whether a text is all of the body, and was or can be read from it. */
    public boolean wasRead(String text) {
        BytesBody bytes = body.inMemory();
        try {
            return bytes != null && decoded(bytes.bytes()).equals(text);
        } catch (ExpressionException unknownCharset) {
            return false;
        }
    }

    /**
     * The text as JSON; do not change the tree.
     *
     * @throws ExpressionException when it is none, without citing the body
     * @throws BodyLimitException when it is beyond the limits of {@link Json}
     */
    public JsonNode json(boolean preserve) {
        String text = text(preserve);
        try {
            JsonNode tree = Json.mapper().readTree(text);
            if (tree.isMissingNode()) {
                throw new ExpressionException("The body is empty, expected JSON.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            // Jackson's message cites the body, which may hold secrets; so it is not kept as the cause either.
            throw Json.isBeyondLimits(e)
                    ? new BodyLimitException(body, BEYOND + place + ".")
                    : new ExpressionException("The body is not valid JSON" + place + ".");
        }
    }

    /** The fields of a form, by name in order. */
    public Map<String, List<String>> form(boolean preserve) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (QueryParameters.Parameter field :
                QueryParameters.parse(text(preserve)).list()) {
            fields.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field.value());
        }
        return fields;
    }

    /** The charset of its media type, else UTF-8. */
    public Charset charset() {
        String name = charsetName();
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ExpressionException("The body's charset '" + name + "' is not known.", unknown);
        }
    }

    private @Nullable String charsetName() {
        String type = headers.getOrDefault("Content-Type", "");
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        String name = type.substring(at + "charset=".length());
        int end = name.indexOf(';');
        return (end < 0 ? name : name.substring(0, end)).replace("\"", "").strip();
    }

    /** Azure's type name, not the content. */
    @Override
    public String toString() {
        return "IMessageBody";
    }
}
