package dev.apim.core.resource;

import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.objects;
import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.DESCRIPTION;
import static dev.apim.core.resource.Rows.link;
import static dev.apim.core.resource.Rows.row;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;

/** Rows of those who call, and what they call with. */
final class PeopleRows {
    private PeopleRows() {}

    /** Every row. */
    static List<ResourceType> all() {
        return List.of(
                row(
                        "groups",
                        Identifier.any(256),
                        Layout.of("groups", "groupInformation.json"),
                        text("displayName").required().between(1, 300),
                        DESCRIPTION,
                        text("type").oneOf("custom", "system", "external"),
                        text("externalId")),
                link("groups/users", Layout.of("users", "groupUserInformation.json")),
                user(),
                subscription());
    }

    private static ResourceType user() {
        return row(
                "users",
                Identifier.any(80),
                Layout.of("users", "userInformation.json"),
                text("email").required().between(1, 254),
                text("firstName").required().between(1, 100),
                text("lastName").required().between(1, 100),
                text("note"),
                text("password").secret(),
                text("state").oneOf("active", "blocked", "pending", "deleted"),
                objects("identities", text("provider").required(), text("id").required()),
                text("registrationDate"));
    }

    private static ResourceType subscription() {
        return row(
                "subscriptions",
                Identifier.usual(256),
                Layout.of("subscriptions", "subscriptionInformation.json"),
                text("displayName").between(1, 100),
                text("scope").required(),
                text("ownerId"),
                text("state").oneOf("suspended", "active", "expired", "submitted", "rejected", "cancelled"),
                text("primaryKey").between(1, 256).secret(),
                text("secondaryKey").between(1, 256).secret(),
                flag("allowTracing"),
                text("createdDate"),
                text("startDate"),
                text("endDate"));
    }
}
