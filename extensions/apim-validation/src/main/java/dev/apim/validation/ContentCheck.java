package dev.apim.validation;

import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.OperationResponse;
import dev.apim.model.Representation;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.validation.Definition.Content;
import dev.apim.validation.Definition.Mistake;
import dev.apim.validation.Definition.UnreadableException;
import dev.apim.validation.Definitions.Found;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the bytes of a body against what is known of its media type. Without a small bound: for a worker. */
record ContentCheck(
        Side side,
        Expression<String> unspecified,
        ContentTypeMap types,
        List<ContentRule> rules,
        Definitions definitions) {
    /** Notes what is wrong with a body within the size. */
    void validate(Exchange exchange, byte[] bytes, Report report) {
        MediaType type = types.applied(MediaType.of(side.headers(exchange)), exchange);
        ContentRule rule = ContentRule.of(rules, type.type()).orElse(null);
        Optional<Representation> described = representation(exchange, type.type());
        boolean named = rule != null && rule.type() != null;
        if (described.isEmpty() && !named) {
            report.add(
                    Action.of(unspecified, exchange),
                    Finding.of(
                            type.type(),
                            bodyType(),
                            "Unspecified",
                            "Unspecified content type " + type.type() + " is not allowed."));
        } else if (rule != null) {
            Action action = Action.of(rule.action(), exchange);
            if (action != Action.IGNORE) {
                Content content = new Content(bytes, type.type(), type.charset());
                report.add(action, findings(exchange, rule, described.orElse(null), content));
            }
        }
    }

    private String bodyType() {
        return side.noun + "Body";
    }

    private Optional<Representation> representation(Exchange exchange, String type) {
        Operation operation = exchange.operation();
        if (operation == null) {
            return Optional.empty();
        }
        List<Representation> all = operation.request().representations();
        if (side == Side.RESPONSE) {
            int status = exchange.response().status();
            all = operation.responses().stream()
                    .filter(response -> response.statusCode() == status)
                    .map(OperationResponse::representations)
                    .findFirst()
                    .orElse(List.of());
        }
        for (Representation each : all) {
            if (MediaType.type(each.contentType()).equals(type)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private List<Finding> findings(
            Exchange exchange, ContentRule rule, @Nullable Representation described, Content content) {
        String name = rule.definition() != null || described == null || described.typeName() == null
                ? rule.name()
                : described.typeName();
        Definition definition = rule.definition();
        if (definition == null) {
            if (described != null && described.schemaId() == null) {
                return List.of();
            }
            Found found = described == null ? null : found(exchange, rule, described);
            definition = found == null ? null : found.definition();
            if (definition == null) {
                return List.of(problem(found, name, content.mediaType()));
            }
        }
        try {
            return definition.check(content).stream()
                    .map(mistake -> wrong(mistake, name, content.mediaType()))
                    .toList();
        } catch (UnreadableException e) {
            return List.of(Finding.internal(
                    "",
                    bodyType(),
                    "ValidationException",
                    "Body of the " + side.inText() + " cannot be validated for the content type " + content.mediaType()
                            + ". " + e.getMessage()));
        }
    }

    private @Nullable Found found(Exchange exchange, ContentRule rule, Representation described) {
        Api api = exchange.api();
        String schemaId = described.schemaId();
        String typeName = described.typeName();
        return api == null || schemaId == null
                ? null
                : definitions.ofApi(
                        exchange.gateway(),
                        api,
                        schemaId,
                        typeName == null ? "" : typeName,
                        rule.kind(),
                        rule.options());
    }

    private Finding problem(@Nullable Found found, String name, String type) {
        if (found != null && found.problem() == Definitions.Problem.MISSING) {
            return Finding.internal(
                    type,
                    bodyType(),
                    "MissingDefinition",
                    "API's schema does not contain definition " + name + ", which is associated with the content type "
                            + type + ".");
        }
        boolean empty = found != null && found.problem() == Definitions.Problem.EMPTY;
        return Finding.internal(
                "",
                "ApiSchema",
                "",
                empty
                        ? "API's schema does not specify definitions."
                        : "API's schema does not exist or it could not be resolved.");
    }

    private Finding wrong(Mistake mistake, String name, String type) {
        return Finding.of(
                type,
                bodyType(),
                "IncorrectMessage",
                "Body of the " + side.inText() + " does not conform to the definition " + name
                        + ", which is associated with the content type " + type + ". " + mistake);
    }
}
