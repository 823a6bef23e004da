package dev.apim.core.resource;

import static dev.apim.core.resource.Property.Kind.INTEGER;
import static dev.apim.core.resource.Property.Kind.TEXTS;
import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.objects;
import static dev.apim.core.resource.Property.text;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;

/** The row of backends. */
final class BackendRow {
    private BackendRow() {}

    /** The row. */
    static ResourceType row() {
        return Rows.row("backends", Identifier.any(80), Layout.of("backends", "backendInformation.json"), properties());
    }

    private static Property[] properties() {
        return new Property[] {
            text("url").atMost(2_000),
            text("protocol").oneOf("http", "soap"),
            text("type").oneOf("Single", "Pool"),
            text("title").atMost(300),
            text("description").atMost(2_000),
            text("resourceId"),
            object(
                    "credentials",
                    Property.of("certificateIds", TEXTS).atMost(32),
                    Property.of("certificate", TEXTS).atMost(32),
                    object("query"),
                    object("header"),
                    object(
                            "authorization",
                            text("scheme").required().between(1, 100),
                            text("parameter").required().secret())),
            object(
                    "properties",
                    object(
                            "serviceFabricCluster",
                            Property.of("managementEndpoints", TEXTS).required(),
                            Property.of("maxPartitionResolutionRetries", INTEGER)
                                    .between(0, 100),
                            text("clientCertificateId"),
                            text("clientCertificatethumbprint"),
                            Property.of("serverCertificateThumbprints", TEXTS))),
            object("tls", flag("validateCertificateChain"), flag("validateCertificateName")),
            object(
                    "proxy",
                    text("url").required(),
                    text("username"),
                    text("password").secret()),
            object("pool", members().between(1, 30)),
            object("circuitBreaker", breakerRules().atMost(15))
        };
    }

    private static Property breakerRules() {
        Property range = objects(
                "statusCodeRanges",
                Property.of("min", INTEGER).between(200, 599),
                Property.of("max", INTEGER).between(200, 599));
        Property failure = object(
                "failureCondition",
                Property.of("count", INTEGER).between(1, 10_000),
                Property.of("percentage", INTEGER).between(1, 100),
                text("interval"),
                range.atMost(10),
                Property.of("errorReasons", TEXTS).atMost(10));
        return objects("rules", text("name"), failure, text("tripDuration"), flag("acceptRetryAfter"));
    }

    private static Property members() {
        return objects(
                "services",
                text("id").required(),
                Property.of("weight", INTEGER).between(0, 100),
                Property.of("priority", INTEGER).between(0, 100));
    }
}
