package dev.apim.validation;

import dev.apim.model.GlobalSchema;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import dev.apim.validation.Definition.BrokenSchemaException;
import dev.apim.validation.Definitions.Kind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How bodies of some media types are validated (Azure: {@code content}).
 *
 * @param type media type; {@code null}: all that {@code kind} understands
 * @param kind how a body is read
 * @param action on a mistake
 * @param options how a JSON schema is bent
 * @param name of the definition in messages
 * @param definition the schema that the rule names itself; {@code null}: that of the operation
 */
record ContentRule(
        @Nullable String type,
        Kind kind,
        Expression<String> action,
        JsonOptions options,
        String name,
        @Nullable Definition definition) {
    static ElementSpec spec() {
        return ElementSpec.of(
                        "content", "How bodies of one media type, or of all that the API describes, are validated.")
                .attributes(
                        AttributeSpec.of("type", Type.STRING, "Media type; else all that the API describes."),
                        AttributeSpec.of("validate-as", Type.STRING, "How the body is read.")
                                .mandatory()
                                .oneOf("json", "xml", "soap"),
                        AttributeSpec.of(
                                "schema-id", Type.STRING, "Schema of the service; else that of the operation."),
                        AttributeSpec.of("schema-ref", Type.STRING, "JSON pointer to the definition in that schema."),
                        Action.attribute("action", "What a mistake leads to.").mandatory(),
                        AttributeSpec.of(
                                "allow-additional-properties",
                                Type.BOOLEAN,
                                "Overrides what a JSON schema says of properties it does not name."),
                        AttributeSpec.of(
                                        "case-insensitive-property-names",
                                        Type.BOOLEAN,
                                        "Whether names of JSON properties are compared without case.")
                                .or("false"));
    }

    static ContentRule compile(PolicyElement element, CompileContext context) {
        String type = context.literal(element, "type", String.class);
        String as = context.literal(element, "validate-as", String.class);
        Kind kind = Kind.valueOf((as == null ? "json" : as).toUpperCase(Locale.ROOT));
        Boolean folds = context.literal(element, "case-insensitive-property-names", Boolean.class);
        JsonOptions options = new JsonOptions(
                context.literal(element, "allow-additional-properties", Boolean.class), Boolean.TRUE.equals(folds));
        String schemaId = context.literal(element, "schema-id", String.class);
        String reference = context.literal(element, "schema-ref", String.class);
        if (reference != null && (kind != Kind.JSON || schemaId == null)) {
            context.warning(
                    element.position(), "schema-ref is ignored: it needs validate-as=\"json\" and a 'schema-id'");
        }
        if (kind != Kind.JSON && !options.equals(JsonOptions.NONE)) {
            context.warning(
                    element.position(),
                    "allow-additional-properties and case-insensitive-property-names are ignored: they are for JSON");
        }
        return new ContentRule(
                type == null || type.isBlank() ? null : MediaType.type(type),
                kind,
                context.required(element, "action", String.class),
                options,
                schemaId == null ? "" : reference == null ? schemaId : schemaId + reference,
                schemaId == null ? null : definition(element, schemaId, reference, kind, options, context));
    }

    private static @Nullable Definition definition(
            PolicyElement element,
            String schemaId,
            @Nullable String reference,
            Kind kind,
            JsonOptions options,
            CompileContext context) {
        var place = element.attribute("schema-id").map(Value::position).orElse(element.position());
        GlobalSchema schema = context.schema(place, schemaId).orElse(null);
        if (schema == null) {
            return null;
        }
        if ((schema.type() == GlobalSchema.Type.JSON) != (kind == Kind.JSON)) {
            context.error(
                    place,
                    "schema '" + schemaId + "' is " + schema.type() + ", but the body is validated as "
                            + kind.name().toLowerCase(Locale.ROOT));
            return null;
        }
        try {
            if (kind == Kind.JSON) {
                String pointer = reference == null ? "" : pointer(reference);
                return new JsonDefinition(
                        JsonSchemas.compile(schema.document(), pointer, false, options), options.foldsCase());
            }
            return new XmlDefinition(
                    XmlSchemas.compile(
                            schema.document(),
                            name -> context.schema(place, name).map(GlobalSchema::document)),
                    kind == Kind.SOAP);
        } catch (BrokenSchemaException e) {
            context.error(place, "schema '" + schemaId + "' cannot be used: " + e.getMessage());
            return null;
        }
    }

    private static String pointer(String reference) {
        String pointer = reference.startsWith("#") ? reference.substring(1) : reference;
        return pointer.isEmpty() || pointer.startsWith("/") ? pointer : "/" + pointer;
    }

    /** Whether it is for a media type; one without a type takes what it can read. */
    boolean takes(String mediaType) {
        if (type != null) {
            return type.equals(mediaType);
        }
        return switch (kind) {
            case JSON -> mediaType.contains("json");
            case XML -> mediaType.contains("xml");
            case SOAP -> mediaType.equals("application/soap+xml") || mediaType.equals("text/xml");
        };
    }

    static Optional<ContentRule> of(Iterable<ContentRule> rules, String mediaType) {
        ContentRule general = null;
        for (ContentRule rule : rules) {
            if (rule.takes(mediaType)) {
                if (rule.type != null) {
                    return Optional.of(rule);
                }
                general = general == null ? rule : general;
            }
        }
        return Optional.ofNullable(general);
    }
}
