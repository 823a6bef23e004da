package dev.apim.graphql.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.policy.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of a container (Azure: query-request, read-request, delete-request, write-request). */
sealed interface CosmosOperation {
    /** Where the key of an item's partition goes. */
    String PARTITION_KEY = "x-ms-documentdb-partitionkey";

    /** The request; the exchange's body holds the arguments or what set-body made of them. */
    CosmosCall call(String collection, Exchange exchange, Map<CosmosText, String> rendered);

    /** The texts that it is made of, for those that are templates. */
    Stream<@Nullable CosmosText> texts();

    /**
     * A parameter.
     *
     * @param name with its at sign
     * @param value of it
     */
    record Parameter(String name, CosmosText value) {}

    /**
     * A query.
     *
     * @param statement in Cosmos DB's SQL; without one all items
     * @param pageSize most items of one answer; with it, one page is asked for
     * @param continuation where the last page ended
     */
    record Query(
            @Nullable CosmosText statement,
            List<Parameter> parameters,
            @Nullable PartitionKey partition,
            @Nullable CosmosText pageSize,
            @Nullable CosmosText continuation,
            boolean lowPrecisionOrderBy)
            implements CosmosOperation {
        @Override
        public CosmosCall call(String collection, Exchange exchange, Map<CosmosText, String> rendered) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("query", statement == null ? "SELECT * FROM c" : statement.text(exchange, rendered));
            ArrayNode list = body.putArray("parameters");
            for (Parameter parameter : parameters) {
                list.addObject()
                        .put("name", parameter.name())
                        .set("value", parameter.value().value(exchange, rendered));
            }
            Headers headers = Headers.of("Content-Type", "application/query+json", "x-ms-documentdb-isquery", "True");
            if (partition == null) {
                headers.add("x-ms-documentdb-query-enablecrosspartition", "True");
            } else {
                headers.add(PARTITION_KEY, partition.header(exchange, rendered));
            }
            if (lowPrecisionOrderBy) {
                headers.add("x-ms-documentdb-query-enable-low-precision-order-by", "True");
            }
            String size = pageSize == null ? "" : pageSize.text(exchange, rendered);
            headers.add("x-ms-max-item-count", size.isEmpty() ? "-1" : size);
            String from = continuation == null ? "" : continuation.text(exchange, rendered);
            if (!from.isEmpty()) {
                headers.add("x-ms-continuation", from);
            }
            return new CosmosCall("POST", collection, "", headers, Body.of(Json.write(body)));
        }

        @Override
        public Stream<@Nullable CosmosText> texts() {
            return Stream.concat(
                    parameters.stream().map(Parameter::value),
                    Stream.of(statement, of(partition), pageSize, continuation));
        }
    }

    /** One item. */
    record Read(CosmosText id, @Nullable PartitionKey partition) implements CosmosOperation {
        @Override
        public CosmosCall call(String collection, Exchange exchange, Map<CosmosText, String> rendered) {
            Headers headers = new Headers();
            add(headers, partition, exchange, rendered);
            return new CosmosCall("GET", collection, required(id, exchange, rendered), headers, Body.empty());
        }

        @Override
        public Stream<@Nullable CosmosText> texts() {
            return Stream.of(id, of(partition));
        }
    }

    /** An item is removed. */
    record Delete(CosmosText id, @Nullable PartitionKey partition, Conditions conditions) implements CosmosOperation {
        @Override
        public CosmosCall call(String collection, Exchange exchange, Map<CosmosText, String> rendered) {
            Headers headers = conditions.headers(exchange, rendered);
            add(headers, partition, exchange, rendered);
            return new CosmosCall("DELETE", collection, required(id, exchange, rendered), headers, Body.empty());
        }

        @Override
        public Stream<@Nullable CosmosText> texts() {
            return Stream.of(id, of(partition), conditions.etag());
        }
    }

    /**
     * An item is written.
     *
     * @param type {@code insert}, {@code replace} or {@code upsert}
     */
    record Write(
            String type,
            @Nullable CosmosText id,
            @Nullable PartitionKey partition,
            Conditions conditions,
            @Nullable String indexing)
            implements CosmosOperation {
        @Override
        public CosmosCall call(String collection, Exchange exchange, Map<CosmosText, String> rendered) {
            Headers headers = conditions.headers(exchange, rendered);
            headers.add("Content-Type", "application/json");
            add(headers, partition, exchange, rendered);
            if (indexing != null && !indexing.equalsIgnoreCase("default")) {
                headers.add("x-ms-indexing-directive", words(indexing));
            }
            boolean replace = type.equals("replace");
            if (type.equals("upsert")) {
                headers.add("x-ms-documentdb-is-upsert", "True");
            }
            String name = id == null ? "" : id.text(exchange, rendered);
            Body item = item(exchange, name);
            if (replace && name.isEmpty()) {
                throw new CosmosFailure("a write-request of type replace needs an id");
            }
            return new CosmosCall(replace ? "PUT" : "POST", collection, replace ? name : "", headers, item);
        }

        /** The body; without a set-body it is that of the context, whose arguments are the item. */
        private static Body item(Exchange exchange, String id) {
            BytesBody body = exchange.request().body().inMemory();
            JsonNode tree;
            try {
                tree = body == null ? null : Json.mapper().readTree(body.bytes());
            } catch (java.io.IOException e) {
                throw new CosmosFailure("the body of the write-request is not JSON");
            }
            JsonNode item =
                    tree != null && tree.size() == 1 && tree.path("arguments").isObject()
                            ? tree.path("arguments")
                            : tree;
            if (!(item instanceof ObjectNode object)) {
                throw new CosmosFailure("the body of the write-request is no JSON object");
            }
            if (!id.isEmpty() && !object.has("id")) {
                object.put("id", id);
            }
            return Body.of(Json.write(object));
        }

        @Override
        public Stream<@Nullable CosmosText> texts() {
            return Stream.of(id, of(partition), conditions.etag());
        }
    }

    /**
     * What may stand in the way of a change, and what runs around it.
     *
     * @param etag the item's version
     * @param match whether the item must have it; else it must not
     */
    record Conditions(
            @Nullable CosmosText etag,
            boolean match,
            @Nullable String consistency,
            @Nullable String preTrigger,
            @Nullable String postTrigger) {
        Headers headers(Exchange exchange, Map<CosmosText, String> rendered) {
            Headers headers = new Headers();
            String version = etag == null ? "" : etag.text(exchange, rendered);
            if (!version.isEmpty()) {
                headers.add(match ? "If-Match" : "If-None-Match", version);
            }
            if (consistency != null) {
                headers.add("x-ms-consistency-level", words(consistency));
            }
            if (preTrigger != null) {
                headers.add("x-ms-documentdb-pre-trigger-include", preTrigger);
            }
            if (postTrigger != null) {
                headers.add("x-ms-documentdb-post-trigger-include", postTrigger);
            }
            return headers;
        }
    }

    private static @Nullable CosmosText of(@Nullable PartitionKey partition) {
        return partition == null ? null : partition.text();
    }

    private static void add(
            Headers headers, @Nullable PartitionKey partition, Exchange exchange, Map<CosmosText, String> rendered) {
        if (partition != null) {
            headers.add(PARTITION_KEY, partition.header(exchange, rendered));
        }
    }

    private static String required(CosmosText id, Exchange exchange, Map<CosmosText, String> rendered) {
        String name = id.text(exchange, rendered);
        if (name.isEmpty()) {
            throw new CosmosFailure("the id of the item is empty");
        }
        return name;
    }

    /** {@code bounded-staleness} as {@code BoundedStaleness}. */
    private static String words(String hyphenated) {
        return Arrays.stream(hyphenated.split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
