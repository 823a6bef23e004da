package dev.apim.core.resource;

import dev.apim.Position;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.util.List;

/**
 * One resource, held against its type and read into the record the engine uses.
 *
 * @param resource as stored
 * @param type its row of the table
 * @param value the record; the resource itself for types without one, {@link Unset} for a secret that is nowhere
 * @param mentions the secrets its text names
 * @param links the resources it needs
 */
record Item(Resource resource, ResourceType type, Object value, Mentions mentions, List<Link> links) {
    ResourcePath path() {
        return resource.path();
    }

    Position at(String pointer) {
        return resource.origin().at(pointer);
    }

    /**
     * Stands for a record whose secret no store has.
     *
     * @param kind of secret
     * @param name that stores know it by
     * @param mention what texts call it
     */
    record Unset(SecretStore.Kind kind, String name, String mention) {}

    @Override
    public String toString() {
        return "Item[" + path() + "]";
    }
}
