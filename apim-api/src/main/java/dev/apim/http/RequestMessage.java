package dev.apim.http;

/**
 * The request as policies see and change it, on its way to the backend. It belongs to one exchange and is touched on its lane only.
 */
public final class RequestMessage {
    private String method;
    private Url url;
    private final Headers headers;
    private final MessageBody body;

    /** With these parts; the headers belong to the message from now on. */
    public RequestMessage(String method, Url url, Headers headers, Body body) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = MessageBody.of(body);
    }

    /** The method, as sent. */
    public String method() {
        return method;
    }

    /** Changes the method. */
    public void method(String newMethod) {
        method = newMethod;
    }

    /** Where the request will go (Azure: {@code context.Request.Url}). */
    public Url url() {
        return url;
    }

    /** Changes where the request will go. */
    public void url(Url newUrl) {
        url = newUrl;
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
