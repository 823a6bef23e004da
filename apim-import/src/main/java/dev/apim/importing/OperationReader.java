package dev.apim.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.resource.SpecificationReader.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one operation. */
final class OperationReader {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");
    private static final Pattern STATUSES = Pattern.compile("default|[1-5]XX");
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final Dialect dialect;
    private final Draft draft;
    private final boolean requiredQueryInTemplate;
    private final OperationNames names = new OperationNames();
    private final ParameterReader parameters;
    private final ParameterDraft drafts;

    OperationReader(Dialect dialect, Draft draft, boolean requiredQueryInTemplate) {
        this.dialect = dialect;
        this.draft = draft;
        this.requiredQueryInTemplate = requiredQueryInTemplate;
        this.parameters = new ParameterReader(dialect);
        this.drafts = new ParameterDraft(dialect, draft);
    }

    /**
     * An operation as found.
     *
     * @param pathItem what the path says for all its operations, nearest first
     * @param place of the operation
     * @param method in upper case
     * @param path as the description writes it
     */
    record Found(List<Place> pathItem, Place place, String method, UrlTemplate path) {
        /** Begins the names of the schemas that it writes in place. */
        String wish() {
            return pascal(path.text()) + pascal(method.toLowerCase(Locale.ROOT));
        }
    }

    /** The operation, and its template after required query parameters went there. */
    record Read(Member member, UrlTemplate template) {}

    /** Reads it; empty only when no name is left for it, which is then reported. */
    Optional<Read> read(Found found) {
        Place place = found.place();
        List<Parameter> declared = parameters.read(found.pathItem(), place);
        UrlTemplate template = requiredQueryInTemplate ? withRequiredQuery(found.path(), declared) : found.path();
        String operationId = place.text("operationId");
        Optional<String> name =
                names.next(operationId, found.method(), found.path().text());
        if (name.isEmpty()) {
            place.error("more than a thousand operations are named '" + operationId
                    + "'; give them different operationIds");
            return Optional.empty();
        }
        ObjectNode properties = draft.object(place);
        titles(properties, place, operationId.isBlank() ? name.get() : operationId);
        properties.put("method", found.method());
        draft.text(properties, "urlTemplate", template.text(), found.pathItem().get(0));
        Draft.list(properties, "templateParameters", templateParameters(found, template, declared));
        ObjectNode request = request(found, template, declared);
        if (!request.isEmpty()) {
            properties.set("request", request);
        }
        Draft.list(properties, "responses", responses(found));
        Member member = new Member(name.get(), properties.toString(), draft.origin(properties, place));
        return Optional.of(new Read(member, template));
    }

    private void titles(ObjectNode properties, Place place, String name) {
        String summary = place.text("summary").strip();
        String title = summary.isEmpty() ? name : summary;
        Place from = place.any("summary").or(() -> place.any("operationId")).orElse(place);
        draft.text(properties, "displayName", cut(title, LONGEST_NAME), from);
        String description = place.text("description");
        Place described = place.any("description").orElse(place);
        if (description.length() > LONGEST_DESCRIPTION) {
            described.warning(
                    "the description is cut to " + LONGEST_DESCRIPTION + " characters, as Azure allows no more");
        }
        draft.text(properties, "description", cut(description, LONGEST_DESCRIPTION), described);
    }

    /** Never between the two halves of a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static UrlTemplate withRequiredQuery(UrlTemplate path, List<Parameter> declared) {
        UrlTemplate template = path;
        for (Parameter each : declared) {
            boolean fits =
                    UrlTemplate.canHold(each.name()) && !template.variables().contains(each.name());
            if (each.isIn("query") && each.required() && fits && !template.asksFor(each.name())) {
                template = template.withQuery(each.name());
            }
        }
        return template;
    }

    private List<ObjectNode> templateParameters(Found found, UrlTemplate template, List<Parameter> declared) {
        List<ObjectNode> made = new ArrayList<>();
        List<String> variables = template.variables();
        for (String variable : variables) {
            made.add(declared.stream()
                    .filter(p -> p.isIn("path") || p.isIn("query"))
                    .filter(p -> p.name().equals(variable) || p.name().equals("*" + variable))
                    .findFirst()
                    .map(p -> drafts.of(p.place(), variable, true, found.wish() + "Request" + pascal(variable)))
                    .orElseGet(() -> undeclared(found, variable)));
        }
        for (Parameter each : declared) {
            if (each.isIn("path") && !variables.contains(each.name().replaceFirst("^\\*", ""))) {
                each.place()
                        .warning("the path parameter '" + each.name() + "' does not occur in '"
                                + found.path().text() + "' and is left out");
            }
        }
        return made;
    }

    private ObjectNode undeclared(Found found, String variable) {
        found.place()
                .warning("'{" + variable + "}' in '" + found.path().text()
                        + "' is not declared, and taken for a text; declare it as a path parameter");
        return drafts.undeclared(found.place(), variable);
    }

    private ObjectNode request(Found found, UrlTemplate template, List<Parameter> declared) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        Optional<Dialect.Body> body = dialect.body(found.place(), declared);
        if (body.isPresent() && WITHOUT_BODY.contains(found.method())) {
            found.place().warning("the request body is left out: " + found.method() + " has none");
            body = Optional.empty();
        }
        body.ifPresent(b -> draft.text(request, "description", b.description(), found.place()));
        List<String> moved = template.variables();
        List<Parameter> query = declared.stream()
                .filter(p -> p.isIn("query") && !moved.contains(p.name()))
                .toList();
        Draft.list(request, "queryParameters", drafts(found, query));
        Draft.list(
                request,
                "headers",
                drafts(found, declared.stream().filter(p -> p.isIn("header")).toList()));
        body.ifPresent(b -> Draft.list(request, "representations", b.representations(found.wish() + "Request")));
        return request;
    }

    private List<ObjectNode> drafts(Found found, List<Parameter> some) {
        List<ObjectNode> made = new ArrayList<>();
        for (Parameter each : some) {
            made.add(drafts.of(
                    each.place(), each.name(), each.required(), found.wish() + "Request" + pascal(each.name())));
        }
        return made;
    }

    private List<ObjectNode> responses(Found found) {
        List<ObjectNode> made = new ArrayList<>();
        for (Place each : found.place().object("responses").map(Place::fields).orElse(List.of())) {
            String status = each.name();
            if (STATUS.matcher(status).matches()) {
                References.object(each).ifPresent(r -> made.add(response(found, status, r)));
            } else if (!STATUSES.matcher(status).matches()) {
                each.error("'" + status + "' is no status code, expected one from 100 to 599, '4XX' or 'default'");
            } else {
                References.object(each); // Azure's model has no place for it, but it must be one
            }
        }
        return made;
    }

    private ObjectNode response(Found found, String status, Place place) {
        ObjectNode response = draft.object(place);
        response.put("statusCode", Integer.parseInt(status));
        draft.text(response, "description", place.text("description"), place);
        Draft.list(response, "representations", dialect.representations(found.place(), place, found.wish() + status));
        List<ObjectNode> headers = new ArrayList<>();
        for (Place each : place.object("headers").map(Place::members).orElse(List.of())) {
            References.object(each)
                    .ifPresent(h -> headers.add(drafts.of(
                            h,
                            each.name(),
                            h.flag("required"),
                            found.wish() + status + "Response" + pascal(each.name()))));
        }
        Draft.list(response, "headers", headers);
        return response;
    }

    /** {@code /pets/{id}} to {@code PetsId}: the words of a text, each with a capital. */
    static String pascal(String text) {
        StringBuilder words = new StringBuilder();
        for (String word : text.split("[^a-zA-Z0-9]+")) {
            if (!word.isEmpty()) {
                words.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return words.toString();
    }
}
