package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** Reads JSON for the parts of the engine that hand trees to expressions. */
public final class JsonReading {
    /** What a sender is told of a body that is beyond a limit; it cites nothing of it. */
    public static final String BEYOND = "The body's JSON is beyond the limits: a depth of " + JsonReader.MAX_DEPTH
            + ", numbers of " + JsonNumbers.LONGEST + " and strings of " + JsonStrings.MOST_CHARACTERS + " characters.";

    private JsonReading() {}

    /** The date Json.NET takes a text for; {@code null} where it does not. */
    public static @Nullable DateTime dateValue(String text) {
        return Dates.read(text);
    }

    /** A text as Json.NET writes it again where it takes it for a date; {@code null} where it does not. */
    public static @Nullable String date(String text) {
        DateTime date = Dates.read(text);
        return date == null ? null : Dates.iso(date);
    }

    /**
     * The tree of a text, as {@code JToken.Parse} reads it: at most 64 levels deep, numbers of a thousand and texts of 8 Mi characters.
     *
     * @throws DotNetException a {@code JsonReaderException} for what is not JSON to Json.NET
     */
    public static JToken parse(String json) {
        return JsonLoader.token(json, null);
    }

    /**
     * The object of a text, as {@code JObject.Parse} reads it.
     *
     * @throws DotNetException a {@code JsonReaderException} for what is not a JSON object to Json.NET
     */
    public static JObject parseObject(String json) {
        return JsonLoader.object(json, null);
    }

    /**
     * The array of a text, as {@code JArray.Parse} reads it.
     *
     * @throws DotNetException a {@code JsonReaderException} for what is not a JSON array to Json.NET
     */
    public static JArray parseArray(String json) {
        return JsonLoader.array(json, null);
    }
}
