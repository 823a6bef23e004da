package dev.apim.core.policies.message;

import dev.apim.http.Url;

/** The Dapr sidecar beside the gateway. */
public final class Dapr {
    private static final Url SIDECAR = new Url("http", "localhost", 3500, "/", "");

    private Dapr() {}

    /** Where events are published to a topic. */
    public static Url publish(String pubsub, String topic) {
        return SIDECAR.withPath("/v1.0/publish/" + PathText.segment(pubsub) + "/" + PathText.segments(topic));
    }

    /** Where an output binding is invoked. */
    public static Url binding(String name) {
        return SIDECAR.withPath("/v1.0/bindings/" + PathText.segment(name));
    }

    /**
     * Where a method of an application is invoked.
     *
     * @param namespace of the application, or empty for the sidecar's own
     * @param method its name, or a path; a slash ahead of it makes no difference
     */
    public static Url invoke(String app, String namespace, String method) {
        String target = PathText.segment(app) + (namespace.isEmpty() ? "" : "." + PathText.segment(namespace));
        return SIDECAR.withPath("/v1.0/invoke/" + target + "/method/"
                + PathText.segments(method.startsWith("/") ? method.substring(1) : method));
    }
}
