package dev.apim.core.resource;

import static dev.apim.core.resource.Property.Kind.TEXTS;
import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.DESCRIPTION;
import static dev.apim.core.resource.Rows.link;
import static dev.apim.core.resource.Rows.policy;
import static dev.apim.core.resource.Rows.row;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;

/** Rows of APIs, their versions, and what belongs to one. */
final class ApiRows {
    private ApiRows() {}

    /** Every row. */
    static List<ResourceType> all() {
        return List.of(
                row("apis", Identifier.usual(256), Layout.of("apis", "apiInformation.json"), api()),
                row(
                        "apis/operations",
                        Identifier.any(80),
                        Layout.of("operations", "operationInformation.json"),
                        OperationRow.properties()),
                row(
                        "apis/schemas",
                        Identifier.any(80),
                        new Layout("schemas", "schemas", "apiSchemaInformation.json", "schemaInformation.json"),
                        text("contentType").required().between(1, 300),
                        object("document")),
                resolver(),
                policy("apis/resolvers/policies"),
                row(
                        "apis/releases",
                        Identifier.usual(80),
                        new Layout("releases", "releases", "apiReleaseInformation.json", "releaseInformation.json"),
                        text("apiId"),
                        text("notes")),
                link("apis/tags", Layout.of("tags", "tagInformation.json")),
                policy("apis/policies"),
                policy("apis/operations/policies"),
                row(
                        "apiVersionSets",
                        Identifier.usual(80),
                        new Layout(
                                "version sets",
                                "versionSets",
                                "versionSetInformation.json",
                                "versionSetInformation.json"),
                        text("displayName").required().between(1, 100),
                        text("versioningScheme").required().oneOf("Segment", "Query", "Header"),
                        text("versionQueryName").between(1, 100),
                        text("versionHeaderName").between(1, 100),
                        DESCRIPTION));
    }

    private static ResourceType resolver() {
        return row(
                "apis/resolvers",
                Identifier.any(80),
                Layout.of("resolvers", "resolverInformation.json"),
                text("displayName").between(1, 300),
                text("path").required().matching("[_A-Za-z][_0-9A-Za-z]*/[_A-Za-z][_0-9A-Za-z]*"),
                DESCRIPTION);
    }

    private static Property[] api() {
        return new Property[] {
            text("path").required().atMost(400).matching("(?!.*(?:^|/)\\.{1,2}(?:/|$))[^?#\\\\\\s{}*]*"),
            text("displayName").between(1, 300),
            text("description"),
            text("serviceUrl").atMost(2_000),
            Property.of("protocols", TEXTS).oneOf("http", "https", "ws", "wss"),
            text("type").oneOf("http", "soap", "websocket", "graphql", "odata", "grpc", "mcp", "a2a"),
            text("apiType").oneOf("http", "soap", "websocket", "graphql", "odata", "grpc", "mcp", "a2a"),
            text("apiRevision").between(1, 100),
            text("apiRevisionDescription").atMost(256),
            flag("isCurrent"),
            flag("isOnline"),
            text("apiVersion").atMost(100).matching("[^/?#\\\\\\s]*"),
            text("apiVersionDescription").atMost(256),
            text("apiVersionSetId"),
            object(
                    "apiVersionSet",
                    text("id"),
                    text("name").between(1, 100),
                    text("description"),
                    text("versioningScheme").oneOf("Segment", "Query", "Header"),
                    text("versionQueryName").between(1, 100),
                    text("versionHeaderName").between(1, 100)),
            flag("subscriptionRequired"),
            object(
                    "subscriptionKeyParameterNames",
                    text("header").between(1, 256),
                    text("query").between(1, 256))
        };
    }
}
