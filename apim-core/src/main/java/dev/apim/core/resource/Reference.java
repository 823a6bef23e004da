package dev.apim.core.resource;

import dev.apim.resource.ResourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one resource says of another, in one of three spellings: the full ARM id
 * ({@code /subscriptions/…/service/contoso/products/starter}), the short form ({@code /products/starter}) or the bare name.
 */
public final class Reference {
    private static final String SERVICE = "/providers/microsoft.apimanagement/service/";

    private Reference() {}

    /**
     * The same without what stands before the service's own tree: {@code /products/starter}; {@code /} for the service itself.
     */
    public static String shortForm(String reference) {
        String text = reference.strip();
        int service = text.toLowerCase(Locale.ROOT).indexOf(SERVICE);
        if (service >= 0) {
            int end = text.indexOf('/', service + SERVICE.length());
            text = end < 0 ? "/" : text.substring(end);
        }
        while (text.length() > 1 && text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    /**
     * The resource meant, where one of {@code collection} is expected.
     *
     * @param workspaceId of the resource that refers; short forms and names are looked for there
     * @return empty when the text is none of the three spellings, or of another collection
     */
    public static Optional<ResourcePath> resolve(String reference, String collection, @Nullable String workspaceId) {
        String text = shortForm(reference);
        String[] parts = (text.startsWith("/") ? text.substring(1) : text).split("/", -1);
        for (String part : parts) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
        }
        if (parts.length == 1 && !text.startsWith("/")) {
            return Optional.of(ResourceTypes.scope(workspaceId).child(collection, parts[0]));
        }
        if (parts.length == 2 && parts[0].equalsIgnoreCase(collection)) {
            return Optional.of(ResourceTypes.scope(workspaceId).child(collection, parts[1]));
        }
        if (parts.length == 4 && parts[0].equalsIgnoreCase("workspaces") && parts[2].equalsIgnoreCase(collection)) {
            return Optional.of(ResourceTypes.scope(parts[1]).child(collection, parts[3]));
        }
        return Optional.empty();
    }

    /** The name of a resource without a revision: {@code orders} of {@code orders;rev=2}. */
    public static String withoutRevision(String name) {
        int revision = name.indexOf(";rev=");
        return revision < 0 ? name : name.substring(0, revision);
    }

    /** Where a resource may be that is looked for in a workspace first and in the service then. */
    static List<ResourcePath> hereOrInTheService(ResourcePath path, String collection) {
        List<ResourcePath> places = new ArrayList<>(List.of(path));
        if (ResourceTypes.workspaceOf(path) != null) {
            places.add(ResourcePath.ROOT.child(collection, path.name()));
        }
        return places;
    }
}
