package dev.apim.http;

/**
 * The response as policies see and change it. It belongs to one exchange and is touched on its lane only.
 */
public final class ResponseMessage {
    private int status;
    private String reason;
    private final Headers headers;
    private final MessageBody body;

    /** With these parts; the headers belong to the message from now on. */
    public ResponseMessage(int status, String reason, Headers headers, Body body) {
        this.status = status;
        this.reason = reason;
        this.headers = headers;
        this.body = MessageBody.of(body);
    }

    /** {@code 200 OK} without fields and body. */
    public static ResponseMessage ok() {
        return new ResponseMessage(200, "", new Headers(), Body.empty());
    }

    /** From what a backend sent. */
    public static ResponseMessage of(HttpResponse response) {
        return new ResponseMessage(response.status(), response.reason(), response.headers(), response.body());
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The reason phrase, or empty for the standard one. */
    public String reason() {
        return reason;
    }

    /** Changes code and phrase; an empty phrase stands for the standard one. */
    public void status(int newStatus, String newReason) {
        status = newStatus;
        reason = newReason;
    }

    /** The fields, to read and to change. */
    public Headers headers() {
        return headers;
    }

    /** The body. */
    public MessageBody body() {
        return body;
    }
}
