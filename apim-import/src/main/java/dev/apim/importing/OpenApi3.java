package dev.apim.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OpenAPI 3.0 and 3.1. */
final class OpenApi3 implements Dialect {
    /** Members of a parameter's schema that the parameter itself says in Azure's model. */
    private static final Set<String> SAID_BY_PARAMETER =
            Set.of("type", "default", "enum", "description", "title", "example", "nullable");

    private final Place root;
    private final boolean minor1;
    private final Schemas schemas;
    private final Draft draft;
    private final ParameterDraft parameters;
    private final ExampleReader examples;

    OpenApi3(Place root, boolean minor1, Draft draft, Schemas schemas) {
        this.root = root;
        this.minor1 = minor1;
        this.draft = draft;
        this.schemas = schemas;
        this.parameters = new ParameterDraft(this, draft);
        this.examples = new ExampleReader(draft);
    }

    @Override
    public Set<String> methods() {
        return Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    }

    @Override
    public Set<String> otherParameterPlaces() {
        return Set.of("cookie");
    }

    @Override
    public boolean pathsAreOptional() {
        return minor1;
    }

    @Override
    public String serviceUrl() {
        String url = Servers.firstHttps(root, "servers");
        return url.isEmpty() ? Servers.firstHttps(root, "x-servers") : url;
    }

    @Override
    public void check(Place parameter) {
        schema(parameter).ifPresent(schemas::check);
    }

    @Override
    public Optional<Place> facets(Place parameter) {
        return schema(parameter).filter(p -> p.value().isObject()).flatMap(References::object);
    }

    @Override
    public void nameSchema(ObjectNode target, Place parameter, String wish) {
        Optional<Place> schema = schema(parameter);
        if (schema.isPresent()) {
            boolean plain = schema.get().value().propertyStream().allMatch(e -> SAID_BY_PARAMETER.contains(e.getKey()));
            if (plain) {
                schemas.check(schema.get());
            } else {
                schemas.name(target, schema.get(), wish);
            }
        }
    }

    /** A parameter has a schema, or one media type that has it. */
    private static Optional<Place> schema(Place parameter) {
        if (parameter.has("schema") || !parameter.has("content")) {
            return schemaOf(parameter);
        }
        return parameter
                .object("content")
                .flatMap(c -> c.members().stream().findFirst())
                .filter(Place::isObject)
                .flatMap(OpenApi3::schemaOf);
    }

    /** A schema is an object, or true or false, which then says nothing. */
    private static Optional<Place> schemaOf(Place owner) {
        return owner.any("schema").filter(s -> s.value().isBoolean() || s.isObject());
    }

    @Override
    public Optional<Body> body(Place operation, List<Parameter> declared) {
        return operation.any("requestBody").flatMap(References::object).map(this::body);
    }

    private Body body(Place body) {
        return new Body() {
            @Override
            public String description() {
                return body.text("description");
            }

            @Override
            public List<ObjectNode> representations(String wish) {
                if (!body.has("content")) {
                    body.error("the request body has no 'content'; list its media types there");
                }
                return content(body, media -> wish);
            }
        };
    }

    @Override
    public List<ObjectNode> representations(Place operation, Place response, String wish) {
        return content(response, media -> wish + OperationReader.pascal(media) + "Response");
    }

    private List<ObjectNode> content(Place owner, java.util.function.UnaryOperator<String> wish) {
        List<ObjectNode> bodies = new ArrayList<>();
        for (Place media : owner.object("content").map(Place::members).orElse(List.of())) {
            if (media.isObject()) {
                bodies.add(representation(media, wish.apply(media.name())));
            }
        }
        return bodies;
    }

    private ObjectNode representation(Place media, String wish) {
        ObjectNode body = draft.object(media);
        draft.text(body, "contentType", media.name(), media);
        schemaOf(media).ifPresent(schema -> {
            schemas.name(body, schema, wish);
            if (FormFields.isForm(media.name()) && schema.value().isObject()) {
                Draft.list(body, "formParameters", FormFields.of(schema, parameters));
            }
        });
        examples.copy(media, body);
        return body;
    }
}
