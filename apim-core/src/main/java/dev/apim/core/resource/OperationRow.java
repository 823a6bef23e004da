package dev.apim.core.resource;

import static dev.apim.core.resource.Property.Kind.INTEGER;
import static dev.apim.core.resource.Property.Kind.TEXTS;
import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.objects;
import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.DESCRIPTION;

/** What an operation may hold. */
final class OperationRow {
    private static final Property[] PARAMETER = {
        text("name").required(),
        text("type"),
        text("description"),
        flag("required"),
        Property.of("values", TEXTS),
        text("schemaId"),
        text("typeName")
    };
    private static final Property REPRESENTATIONS = objects(
            "representations",
            text("contentType").required().between(1, 300),
            text("schemaId"),
            text("typeName"),
            objects("formParameters", PARAMETER));

    private OperationRow() {}

    /** Its properties. */
    static Property[] properties() {
        return new Property[] {
            text("displayName").required().between(1, 300),
            text("method").required().matching("[A-Za-z][A-Za-z0-9-]*"),
            text("urlTemplate").required().between(1, 1_000),
            DESCRIPTION,
            objects("templateParameters", PARAMETER),
            object(
                    "request",
                    text("description"),
                    objects("queryParameters", PARAMETER),
                    objects("headers", PARAMETER),
                    REPRESENTATIONS),
            objects(
                    "responses",
                    Property.of("statusCode", INTEGER).required().between(100, 599),
                    text("description"),
                    objects("headers", PARAMETER),
                    REPRESENTATIONS)
        };
    }
}
