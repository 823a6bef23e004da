package dev.apim.core.resource;

import static dev.apim.core.resource.Property.Kind.INTEGER;
import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.DESCRIPTION;
import static dev.apim.core.resource.Rows.link;
import static dev.apim.core.resource.Rows.policy;
import static dev.apim.core.resource.Rows.row;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;

/** Rows of products, and what belongs to one. */
final class ProductRows {
    private ProductRows() {}

    /** Every row. */
    static List<ResourceType> all() {
        return List.of(
                row(
                        "products",
                        Identifier.any(256),
                        Layout.of("products", "productInformation.json"),
                        text("displayName").required().between(1, 300),
                        DESCRIPTION,
                        text("terms"),
                        flag("subscriptionRequired"),
                        flag("approvalRequired"),
                        Property.of("subscriptionsLimit", INTEGER).between(0, Integer.MAX_VALUE),
                        text("state").oneOf("notPublished", "published")),
                policy("products/policies"),
                link("products/apis", Layout.of("apis", "productApiInformation.json")),
                link("products/groups", Layout.of("groups", "productGroupInformation.json")),
                link("products/tags", Layout.of("tags", "tagInformation.json")),
                row(
                        "products/apiLinks",
                        Identifier.usual(80),
                        Layout.of("apiLinks", "productApiLinkInformation.json"),
                        text("apiId").required()),
                row(
                        "products/groupLinks",
                        Identifier.usual(80),
                        Layout.of("groupLinks", "productGroupLinkInformation.json"),
                        text("groupId").required()));
    }
}
