package dev.apim.core.error;

import dev.apim.core.json.Json;
import org.jspecify.annotations.Nullable;

/** The JSON body of an error response (Azure: {@code { "statusCode": 401, "message": "…" }}, with these very blanks). */
public final class ErrorBody {
    /** Its media type. */
    public static final String CONTENT_TYPE = "application/json";

    private ErrorBody() {}

    /**
     * The body.
     *
     * @param activityId of the request, given for failures of our own; else {@code null}
     */
    public static String of(int status, String message, @Nullable String activityId) {
        String start = "{ \"statusCode\": " + status + ", \"message\": " + quoted(message);
        return activityId == null ? start + " }" : start + ", \"activityId\": " + quoted(activityId) + " }";
    }

    private static String quoted(String text) {
        return Json.mapper().getNodeFactory().textNode(text).toString();
    }
}
