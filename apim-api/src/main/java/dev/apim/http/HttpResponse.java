package dev.apim.http;

/**
 * A response on its way out of a service or into it from a backend.
 *
 * @param status 200 to 599; interim responses are not modelled
 * @param reason the reason phrase, or empty for the standard one
 * @param headers all fields; framing ({@code Content-Length}, {@code Transfer-Encoding}) follows the body and is the adapter's task
 * @param body {@link Body#empty()} where there is none
 */
public record HttpResponse(int status, String reason, Headers headers, Body body) {
    /** Without fields and body. */
    public static HttpResponse of(int status) {
        return new HttpResponse(status, "", new Headers(), Body.empty());
    }

    /** With a body and its media type. */
    public static HttpResponse of(int status, String contentType, String text) {
        return new HttpResponse(status, "", Headers.of("Content-Type", contentType), Body.of(text));
    }
}
