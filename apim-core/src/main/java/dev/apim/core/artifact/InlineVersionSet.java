package dev.apim.core.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.Locale;
import java.util.Optional;

/**
 * A version set that an API describes in its own file (Azure: {@code apiVersionSet}, ApiVersionSetContractDetails). It counts where no
 * folder describes the same set.
 *
 * @param path of the set
 * @param properties of the set, as in a file of its own
 * @param origin where the API says so
 */
record InlineVersionSet(ResourcePath path, ObjectNode properties, Resource.Origin origin) {
    private static final String MEMBER = "apiVersionSet";

    /** The set in the properties of an API; where it has no name that can be referred to, the API gets the reference. */
    static Optional<InlineVersionSet> in(ResourcePath api, ObjectNode properties, Resource.Origin origin) {
        JsonNode inline = properties.path(MEMBER);
        if (!inline.path("versioningScheme").isTextual()) {
            return Optional.empty();
        }
        String name = inline.path("name").asText(api.name());
        String reference =
                properties.path("apiVersionSetId").asText(inline.path("id").asText(""));
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        if (id.isEmpty()) {
            id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            properties.put("apiVersionSetId", "/apiVersionSets/" + id);
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode().put("displayName", name);
        for (String same : new String[] {"versioningScheme", "versionQueryName", "versionHeaderName", "description"}) {
            if (inline.hasNonNull(same)) {
                own.set(same, inline.get(same));
            }
        }
        ResourcePath path = api.parent().child("apiVersionSets", id);
        return Optional.of(new InlineVersionSet(path, own, pointer -> origin.at(place(pointer))));
    }

    private static String place(String pointer) {
        return "/" + MEMBER + (pointer.equals("/displayName") ? "/name" : pointer);
    }
}
