package dev.apim.core.resource;

import static dev.apim.core.resource.Property.Kind.TEXTS;
import static dev.apim.core.resource.Property.flag;
import static dev.apim.core.resource.Property.object;
import static dev.apim.core.resource.Property.text;
import static dev.apim.core.resource.Rows.DESCRIPTION;
import static dev.apim.core.resource.Rows.KEY_VAULT;
import static dev.apim.core.resource.Rows.policy;
import static dev.apim.core.resource.Rows.row;

import dev.apim.core.resource.ResourceType.Identifier;
import dev.apim.core.resource.ResourceType.Layout;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of what policies and APIs refer to, and of policies themselves. */
final class PartRows {
    private PartRows() {}

    /** Every row but tags. */
    static List<ResourceType> all() {
        return List.of(
                namedValue(),
                BackendRow.row(),
                logger(),
                row(
                        "certificates",
                        Identifier.usual(80),
                        Layout.of("certificates", "certificateInformation.json"),
                        text("data").secret(),
                        text("password").secret(),
                        KEY_VAULT),
                fragment(),
                row(
                        "schemas",
                        Identifier.any(80),
                        Layout.of("schemas", "schemaInformation.json"),
                        text("schemaType").required().oneOf("xml", "json"),
                        DESCRIPTION,
                        text("value"),
                        object("document")),
                policy("policies"),
                row(
                        "workspaces",
                        Identifier.usual(80),
                        Layout.of("workspaces", "workspaceInformation.json"),
                        text("displayName").between(1, 300),
                        DESCRIPTION));
    }

    private static ResourceType namedValue() {
        return row(
                "namedValues",
                Identifier.usual(256),
                new Layout("named values", "namedValues", "namedValueInformation.json", "namedValueInformation.json"),
                text("displayName").required().between(1, 256).matching("[A-Za-z0-9._-]+"),
                text("value").atMost(4_096).secret(),
                flag("secret"),
                Property.of("tags", TEXTS).atMost(32),
                KEY_VAULT);
    }

    private static ResourceType logger() {
        return row(
                "loggers",
                Identifier.any(256),
                Layout.of("loggers", "loggerInformation.json"),
                text("loggerType").required().oneOf("azureEventHub", "applicationInsights", "azureMonitor"),
                text("description").atMost(256),
                object("credentials"),
                flag("isBuffered"),
                text("resourceId"));
    }

    private static ResourceType fragment() {
        return row(
                "policyFragments",
                new Identifier(Pattern.compile("\\w+|\\w[\\w-]+\\w"), 80),
                new Layout(
                        "policy fragments",
                        "policyFragments",
                        "policyFragmentInformation.json",
                        "policyFragmentInformation.json"),
                text("value").required(),
                text("format").oneOf("xml", "rawxml"),
                DESCRIPTION);
    }
}
