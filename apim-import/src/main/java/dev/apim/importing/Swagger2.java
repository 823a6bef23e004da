package dev.apim.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Swagger 2.0. */
final class Swagger2 implements Dialect {
    private static final String ANY_JSON = "application/json";

    private final Place root;
    private final Schemas schemas;
    private final Draft draft;
    private final ParameterDraft parameters;
    private final ExampleReader examples;

    Swagger2(Place root, Draft draft, Schemas schemas) {
        this.root = root;
        this.draft = draft;
        this.schemas = schemas;
        this.parameters = new ParameterDraft(this, draft);
        this.examples = new ExampleReader(draft);
    }

    @Override
    public Set<String> methods() {
        return Set.of("get", "put", "post", "delete", "options", "head", "patch");
    }

    @Override
    public Set<String> otherParameterPlaces() {
        return Set.of("body", "formData");
    }

    @Override
    public boolean pathsAreOptional() {
        return false;
    }

    @Override
    public String serviceUrl() {
        String listed = Servers.firstHttps(root, "x-servers");
        return listed.isEmpty() ? Servers.ofSwagger(root) : listed;
    }

    @Override
    public void check(Place parameter) {
        parameter.text("type");
        parameter.list("enum");
        parameter.object("items").ifPresent(schemas::check);
        parameter.object("schema").ifPresent(schemas::check);
    }

    @Override
    public Optional<Place> facets(Place parameter) {
        return Optional.of(parameter);
    }

    @Override
    public void nameSchema(ObjectNode target, Place parameter, String wish) {
        // a parameter describes itself here
    }

    @Override
    public Optional<Body> body(Place operation, List<Parameter> declared) {
        List<Parameter> whole = declared.stream().filter(p -> p.isIn("body")).toList();
        List<Parameter> fields =
                declared.stream().filter(p -> p.isIn("formData")).toList();
        if (whole.size() > 1) {
            whole.get(1).place().error("a second body parameter; a request has one body, merge them");
        } else if (!whole.isEmpty() && !fields.isEmpty()) {
            fields.get(0).place().error("a body and form parameters exclude each other; remove one kind");
        }
        if (!whole.isEmpty()) {
            return Optional.of(new WholeBody(operation, whole.get(0).place()));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new FormBody(operation, fields));
    }

    private final class WholeBody implements Body {
        private final Place operation;
        private final Place parameter;

        private WholeBody(Place operation, Place parameter) {
            this.operation = operation;
            this.parameter = parameter;
        }

        @Override
        public String description() {
            return parameter.text("description");
        }

        @Override
        public List<ObjectNode> representations(String wish) {
            List<ObjectNode> bodies = new ArrayList<>();
            for (String type : mediaTypes(operation, "consumes", ANY_JSON)) {
                ObjectNode body = body(parameter, type);
                parameter.object("schema").ifPresent(schema -> schemas.name(body, schema, wish));
                bodies.add(body);
            }
            return bodies;
        }
    }

    private final class FormBody implements Body {
        private final Place operation;
        private final List<Parameter> fields;

        private FormBody(Place operation, List<Parameter> fields) {
            this.operation = operation;
            this.fields = fields;
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public List<ObjectNode> representations(String wish) {
            boolean file = fields.stream()
                    .anyMatch(f -> f.place().value().path("type").asText("").equals("file"));
            String usual = file ? "multipart/form-data" : "application/x-www-form-urlencoded";
            List<String> types = mediaTypes(operation, "consumes", usual).stream()
                    .filter(FormFields::isForm)
                    .toList();
            List<ObjectNode> bodies = new ArrayList<>();
            for (String type : types.isEmpty() ? List.of(usual) : types) {
                ObjectNode body = body(fields.get(0).place(), type);
                Draft.list(
                        body,
                        "formParameters",
                        fields.stream()
                                .map(f -> parameters.of(f.place(), f.name(), f.required(), wish))
                                .toList());
                bodies.add(body);
            }
            return bodies;
        }
    }

    @Override
    public List<ObjectNode> representations(Place operation, Place response, String wish) {
        Optional<Place> shown = response.object("examples");
        Set<String> types = new LinkedHashSet<>();
        if (response.has("schema")) {
            types.addAll(mediaTypes(operation, "produces", ANY_JSON));
        }
        shown.ifPresent(e -> e.members().forEach(p -> types.add(p.name())));
        List<ObjectNode> bodies = new ArrayList<>();
        for (String type : types) {
            ObjectNode body = body(response, type);
            response.object("schema")
                    .ifPresent(s -> schemas.name(body, s, wish + OperationReader.pascal(type) + "Response"));
            shown.flatMap(e -> e.any(type)).ifPresent(value -> examples.copyValue(value, body));
            bodies.add(body);
        }
        return bodies;
    }

    private ObjectNode body(Place from, String type) {
        ObjectNode body = draft.object(from);
        draft.text(body, "contentType", type, from);
        return body;
    }

    /** What the operation says, else what the description says, else {@code usual}. */
    private List<String> mediaTypes(Place operation, String member, String usual) {
        List<String> types = new ArrayList<>();
        Place owner = operation.has(member) ? operation : root;
        for (Place each : owner.list(member).map(Place::items).orElse(List.of())) {
            if (each.isText()) {
                types.add(each.value().textValue());
            }
        }
        return types.isEmpty() ? List.of(usual) : types;
    }
}
