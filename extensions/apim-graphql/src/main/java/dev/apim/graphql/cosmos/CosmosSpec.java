package dev.apim.graphql.cosmos;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Section;

/** What {@code cosmosdb-data-source} looks like. */
final class CosmosSpec {
    private CosmosSpec() {}

    static PolicySpec of() {
        return PolicySpec.of("cosmosdb-data-source", "Answers a field of a GraphQL API with items of Cosmos DB.")
                .sections(Section.BACKEND)
                .children(
                        connection(),
                        query(),
                        ElementSpec.of("read-request", "One item.").occurs(0, 1).children(text("id"), partitionKey()),
                        ElementSpec.of("delete-request", "An item is removed.")
                                .occurs(0, 1)
                                .attributes(around())
                                .children(etag(), text("id"), partitionKey()),
                        write(),
                        ElementSpec.of("response", "What becomes of the answer.")
                                .occurs(0, 1)
                                .content(Content.POLICIES, Type.STRING));
    }

    private static ElementSpec connection() {
        return ElementSpec.of("connection-info", "Where the container is.")
                .occurs(1, 1)
                .children(
                        plain("connection-string")
                                .occurs(1, 1)
                                .attributes(AttributeSpec.of(
                                                "use-managed-identity",
                                                Type.BOOLEAN,
                                                "Whether the gateway's identity takes the place of a key.")
                                        .or("false")),
                        plain("database-name").occurs(1, 1),
                        plain("container-name").occurs(1, 1));
    }

    private static ElementSpec query() {
        return ElementSpec.of("query-request", "Items that a statement finds.")
                .occurs(0, 1)
                .attributes(AttributeSpec.of(
                        "enable-low-precision-order-by", Type.BOOLEAN, "Whether ORDER BY may be less precise."))
                .children(
                        plain("sql-statement").occurs(0, 1),
                        ElementSpec.of("parameters", "Values for the names in the statement.")
                                .occurs(0, 1)
                                .children(plain("parameter")
                                        .attributes(AttributeSpec.of("name", Type.STRING, "Its name, with an at sign.")
                                                .mandatory())),
                        partitionKey(),
                        ElementSpec.of("paging", "One page of the answer.")
                                .occurs(0, 1)
                                .children(text("max-item-count"), text("continuation-token")));
    }

    private static ElementSpec write() {
        return ElementSpec.of("write-request", "An item is written.")
                .occurs(0, 1)
                .attributes(AttributeSpec.of("type", Type.STRING, "How.")
                        .oneOf("insert", "replace", "upsert")
                        .or("upsert"))
                .attributes(around())
                .attributes(AttributeSpec.of("indexing-directive", Type.STRING, "Whether the item is indexed.")
                        .oneOf("default", "include", "exclude")
                        .or("default"))
                .children(
                        text("id"),
                        partitionKey(),
                        etag(),
                        ElementSpec.of("set-body", "Makes the item.")
                                .occurs(0, 1)
                                .attributes(
                                        AttributeSpec.of("template", Type.STRING, "How the text is rendered."),
                                        AttributeSpec.of(
                                                "xsi-nil", Type.STRING, "How a template sees xsi:nil elements."),
                                        AttributeSpec.of("parse-date", Type.STRING, "Whether a template sees dates."))
                                .content(Content.RAW, Type.ANY));
    }

    private static AttributeSpec[] around() {
        return new AttributeSpec[] {
            AttributeSpec.of("consistency-level", Type.STRING, "Of the request.")
                    .oneOf("bounded-staleness", "consistent-prefix", "eventual", "session", "strong"),
            AttributeSpec.of("pre-trigger", Type.STRING, "Trigger that runs before."),
            AttributeSpec.of("post-trigger", Type.STRING, "Trigger that runs after.")
        };
    }

    private static ElementSpec etag() {
        return text("etag")
                .attributes(AttributeSpec.of("type", Type.STRING, "Whether the item has it, or has not.")
                        .oneOf("match", "no-match")
                        .or("match"));
    }

    private static ElementSpec partitionKey() {
        return text("partition-key")
                .attributes(AttributeSpec.of("data-type", Type.STRING, "What it is.")
                        .oneOf("string", "number", "bool", "none", "null")
                        .or("string"));
    }

    /** One that may be a template. */
    private static ElementSpec text(String name) {
        return plain(name)
                .occurs(0, 1)
                .attributes(AttributeSpec.of("template", Type.STRING, "How the text is rendered.")
                        .oneOf("liquid"));
    }

    private static ElementSpec plain(String name) {
        return ElementSpec.of(name, "Literal or expression.").content(Content.EXPRESSION, Type.ANY);
    }
}
