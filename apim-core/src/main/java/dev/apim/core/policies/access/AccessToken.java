package dev.apim.core.policies.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.http.ResponseMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An access token that somebody gave out, and until when it counts (RFC 6749 §5.1). Shows nothing of itself.
 *
 * @param value the token
 * @param expires the end of its time
 * @param renewal when another is asked for: five minutes before, or in the middle of a short life
 * @param answer all that came with it
 */
record AccessToken(String value, Instant expires, Instant renewal, JsonNode answer) {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final long UNSAID = 300;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    /** Out of an answer; throws {@link TokenAnswerException} where there is none in it. */
    static AccessToken read(ResponseMessage response, Instant now) {
        JsonNode answer = json(response);
        JsonNode token = answer.path("access_token");
        if (response.status() != 200 || !token.isTextual() || token.asText().isEmpty()) {
            String code = answer.path("error").asText();
            throw new TokenAnswerException("the answer has status " + response.status()
                    + (CODE.matcher(code).matches() ? " and error '" + code + "'" : "")
                    + (response.status() == 200 ? " but no access_token" : ""));
        }
        for (char c : token.asText().toCharArray()) {
            if (c <= ' ' || c > '~') {
                throw new TokenAnswerException("the access_token is none that a header can hold");
            }
        }
        Instant end = expires(answer, now);
        Duration half = Duration.between(now, end).dividedBy(2);
        Instant renewal = end.minus(half.compareTo(AHEAD) < 0 ? half : AHEAD);
        return new AccessToken(token.asText(), end, renewal, answer);
    }

    private static Instant expires(JsonNode answer, Instant now) {
        long in = answer.path("expires_in").asLong(0);
        long on = answer.path("expires_on").asLong(0);
        return in > 0 ? now.plusSeconds(in) : on > 0 ? Instant.ofEpochSecond(on) : now.plusSeconds(UNSAID);
    }

    private static JsonNode json(ResponseMessage response) {
        try {
            String text = new String(response.body().read(true), StandardCharsets.UTF_8);
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            return Json.mapper().getNodeFactory().missingNode();
        }
    }

    @Override
    public String toString() {
        return "AccessToken[until " + expires + "]";
    }
}
