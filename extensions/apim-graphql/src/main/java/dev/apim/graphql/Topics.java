package dev.apim.graphql;

import dev.apim.model.Api;

/** What events for subscriptions are called: those of one revision of one API, by field. */
final class Topics {
    private Topics() {}

    static String of(Api api, String field) {
        String workspace = api.workspaceId() == null ? "" : "workspaces/" + api.workspaceId() + "/";
        return "graphql/" + workspace + api.id() + ";rev=" + api.revision() + "/" + field;
    }
}
