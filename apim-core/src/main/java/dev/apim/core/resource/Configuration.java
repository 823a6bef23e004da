package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Group;
import dev.apim.model.Logger;
import dev.apim.model.NamedValue;
import dev.apim.model.Subscription;
import dev.apim.model.Tag;
import dev.apim.model.User;
import dev.apim.model.VersionSet;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything configured, read into records and held against itself: every reference in it leads somewhere. Immutable.
 *
 * <p>Its maps find their keys without regard to case and are in the order of keys. But for {@link #apis}, whose keys are resource
 * paths, a key is what {@link #key} makes of workspace and name, so that two workspaces may use one name. Entries that a change did
 * not touch are the same objects before and after it.
 */
public final class Configuration {
    private final ConfigurationReader reader;
    private final Shelves shelves;
    private final Views views;

    Configuration(ConfigurationReader reader, Shelves shelves, Views views) {
        this.reader = reader;
        this.shelves = shelves;
        this.views = views;
    }

    /** {@code name} for what the service owns, {@code workspaces/w/name} for what a workspace owns. */
    public static String key(@Nullable String workspaceId, String name) {
        return workspaceId == null ? name : "workspaces/" + workspaceId + "/" + name;
    }

    /**
     * The next configuration. Reads only what changed and shares the rest; this one stays as it is.
     *
     * @param changed resources that are new or different
     * @param removed resources that are gone, with all beneath them
     * @param issues takes the mistakes of the whole change
     * @return empty when there was an error
     */
    public Optional<Configuration> with(Collection<Resource> changed, Set<ResourcePath> removed, IssueSink issues) {
        return reader.next(this, changed, removed, issues);
    }

    /** Revisions of APIs by the text of their resource path, such as {@code /apis/orders;rev=2}. */
    public Map<String, ApiEntry> apis() {
        return views.apis();
    }

    /** Version sets by key. */
    public Map<String, VersionSet> versionSets() {
        return views.versionSets();
    }

    /** Products by key. */
    public Map<String, ProductEntry> products() {
        return views.products();
    }

    /** Groups by key, Azure's built-in {@code administrators}, {@code developers} and {@code guests} among them. */
    public Map<String, Group> groups() {
        return views.groups();
    }

    /** Users by name; all are the service's. */
    public Map<String, User> users() {
        return views.users();
    }

    /** Subscriptions by key, with their keys. */
    public Map<String, Subscription> subscriptions() {
        return views.subscriptions();
    }

    /** Named values by key made of the display name, the one in braces. A secret that is nowhere and unused is left out. */
    public Map<String, NamedValue> namedValues() {
        return views.namedValues();
    }

    /** Backends by key, named values put in. */
    public Map<String, Backend> backends() {
        return views.backends();
    }

    /** Loggers by key, named values put in. */
    public Map<String, Logger> loggers() {
        return views.loggers();
    }

    /** Certificates by key: those described, and those that only a secret store holds and something refers to. */
    public Map<String, Certificate> certificates() {
        return views.certificates();
    }

    /** Policy fragments by key. */
    public Map<String, PolicyDocumentEntry> fragments() {
        return views.fragments();
    }

    /** Tags by key. */
    public Map<String, Tag> tags() {
        return views.tags();
    }

    /** Schemas of the service and of workspaces by key; those of an API are with the API. */
    public Map<String, GlobalSchema> schemas() {
        return views.schemas();
    }

    /** Workspaces by name, those that only have contents among them. */
    public Map<String, WorkspaceEntry> workspaces() {
        return views.workspaces();
    }

    /** The policy of the service, if there is one. */
    public Optional<PolicyDocumentEntry> policy() {
        return Optional.ofNullable(views.policy());
    }

    /** A resource as it was stored, of any type; for positions and for properties that no record has. */
    public Optional<Resource> resource(ResourcePath path) {
        return shelves.item(path).map(Item::resource);
    }

    Shelves shelves() {
        return shelves;
    }

    Views views() {
        return views;
    }

    @Override
    public String toString() {
        return "Configuration[" + apis().size() + " APIs, " + products().size() + " products, "
                + subscriptions().size() + " subscriptions]";
    }
}
