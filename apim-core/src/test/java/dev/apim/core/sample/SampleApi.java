package dev.apim.core.sample;

import dev.apim.model.Api;
import dev.apim.model.SubscriptionKeyParameterNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API of which a test says only what matters to it. */
public record SampleApi(Api api) {
    /** Current and online, in revision 1, without a version, with a key required. */
    public static SampleApi of(String id, String path) {
        return new SampleApi(new Api(
                id,
                id,
                "",
                path,
                List.of("https"),
                "https://backend.test",
                "http",
                "1",
                true,
                true,
                "",
                null,
                true,
                SubscriptionKeyParameterNames.DEFAULT,
                null));
    }

    /** In another revision that is not the current one. */
    public SampleApi revision(String number) {
        return with(number, false, api.isOnline(), api.version(), api.versionSetId(), api.workspaceId());
    }

    /** Not serving. */
    public SampleApi offline() {
        return with(api.revision(), api.isCurrent(), false, api.version(), api.versionSetId(), api.workspaceId());
    }

    /** In a version of a set. */
    public SampleApi version(String setId, String version) {
        return with(api.revision(), api.isCurrent(), api.isOnline(), version, setId, api.workspaceId());
    }

    /** In a workspace. */
    public SampleApi workspace(@Nullable String id) {
        return with(api.revision(), api.isCurrent(), api.isOnline(), api.version(), api.versionSetId(), id);
    }

    /** Open, or not. */
    public SampleApi keyRequired(boolean required) {
        return keys(required, api.subscriptionKeyParameterNames());
    }

    /** With other places for the key. */
    public SampleApi keyNames(String header, String query) {
        return keys(api.subscriptionRequired(), new SubscriptionKeyParameterNames(header, query));
    }

    private SampleApi with(
            String revision,
            boolean current,
            boolean online,
            String version,
            @Nullable String versionSetId,
            @Nullable String workspaceId) {
        return new SampleApi(new Api(
                api.id(),
                api.displayName(),
                api.description(),
                api.path(),
                api.protocols(),
                api.serviceUrl(),
                api.type(),
                revision,
                current,
                online,
                version,
                versionSetId,
                api.subscriptionRequired(),
                api.subscriptionKeyParameterNames(),
                workspaceId));
    }

    private SampleApi keys(boolean required, SubscriptionKeyParameterNames names) {
        return new SampleApi(new Api(
                api.id(),
                api.displayName(),
                api.description(),
                api.path(),
                api.protocols(),
                api.serviceUrl(),
                api.type(),
                api.revision(),
                api.isCurrent(),
                api.isOnline(),
                api.version(),
                api.versionSetId(),
                required,
                names,
                api.workspaceId()));
    }
}
