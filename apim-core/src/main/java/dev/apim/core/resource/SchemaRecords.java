package dev.apim.core.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.IssueSink;
import dev.apim.core.json.Json;
import dev.apim.core.xml.SecureXml;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Schema;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Schemas of an API, and those of the service or a workspace. */
final class SchemaRecords {
    private SchemaRecords() {}

    static Schema ofApi(Fields fields) {
        return new Schema(fields.resource().path().name(), fields.text("contentType"), document(fields));
    }

    /** One that is not even XML or JSON is refused; what it says is looked at when something refers to it. */
    static @Nullable GlobalSchema global(Fields fields, IssueSink issues) {
        GlobalSchema.Type type =
                GlobalSchema.Type.valueOf(fields.text("schemaType").toUpperCase(Locale.ROOT));
        String document = document(fields);
        String pointer = fields.text("value").isEmpty() ? "/document" : "/value";
        String problem = document.isBlank()
                ? "it is empty, expected a schema in 'value' or 'document'"
                : type == GlobalSchema.Type.JSON ? notJson(document) : notXml(document);
        if (problem != null) {
            issues.error(fields.at(pointer), "the schema cannot be read: " + problem);
            return null;
        }
        return new GlobalSchema(fields.resource().path().name(), type, fields.text("description"), document);
    }

    private static String document(Fields fields) {
        String text = fields.text("value");
        if (!text.isEmpty()) {
            return text;
        }
        JsonNode document = fields.node().path("document");
        JsonNode value = document.path("value");
        return value.isTextual() ? value.textValue() : document.isMissingNode() ? "" : document.toString();
    }

    private static @Nullable String notJson(String text) {
        try {
            JsonNode root = Json.mapper().readTree(text);
            return root.isObject() || root.isBoolean() ? null : "expected a JSON object, found " + root.getNodeType();
        } catch (JsonProcessingException e) {
            return "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": "
                    + e.getOriginalMessage();
        }
    }

    private static @Nullable String notXml(String text) {
        try {
            SecureXml.documentBuilder().parse(SecureXml.input(text));
            return null;
        } catch (SAXException | IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
