package dev.apim.core.resource;

import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.row;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;

/** Rows of tags, and what they are attached to. */
final class TagRows {
    private TagRows() {}

    /** Every row. */
    static List<ResourceType> all() {
        return List.of(
                row(
                        "tags",
                        Identifier.usual(80),
                        Layout.of("tags", "tagInformation.json"),
                        text("displayName").between(1, 160)),
                row(
                        "tags/apiLinks",
                        Identifier.usual(256),
                        Layout.of("apis", "tagApiInformation.json"),
                        text("apiId").required()),
                row(
                        "tags/productLinks",
                        Identifier.usual(256),
                        Layout.of("products", "tagProductInformation.json"),
                        text("productId").required()),
                row(
                        "tags/operationLinks",
                        Identifier.usual(256),
                        Layout.NONE,
                        text("operationId").required()));
    }
}
