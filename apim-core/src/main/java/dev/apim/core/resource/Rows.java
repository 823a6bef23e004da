package dev.apim.core.resource;

import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.text;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;
import java.util.regex.Pattern;

/** What rows are made of. */
final class Rows {
    static final Property DESCRIPTION = text("description").atMost(1_000);
    static final Property KEY_VAULT = object("keyVault", text("secretIdentifier"), text("identityClientId"));

    private Rows() {}

    /** One that the engine acts on. */
    static ResourceType row(String name, Identifier identifier, Layout layout, Property... properties) {
        return new ResourceType(name, identifier, List.of(properties), layout, false, true);
    }

    /** Says only that two others belong together. */
    static ResourceType link(String name, Layout layout) {
        return new ResourceType(name, Identifier.any(256), List.of(), layout, true, true);
    }

    /** A policy document. */
    static ResourceType policy(String name) {
        return row(
                name,
                new Identifier(Pattern.compile("policy"), 6),
                Layout.NONE,
                text("value").required(),
                text("format").oneOf("xml", "rawxml"));
    }

    /** One that is kept for those who read it. */
    static ResourceType kept(String name, Layout layout) {
        return new ResourceType(name, Identifier.any(256), List.of(), layout, false, false);
    }

    /** The same, of two that belong together. */
    static ResourceType keptLink(String name, Layout layout) {
        return new ResourceType(name, Identifier.any(256), List.of(), layout, true, false);
    }
}
