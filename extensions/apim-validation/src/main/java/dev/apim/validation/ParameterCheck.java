package dev.apim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.model.Parameter;
import dev.apim.policy.Exchange;
import dev.apim.validation.Definition.Mistake;
import dev.apim.validation.Definitions.Found;
import dev.apim.validation.ParameterValue.UnparsableException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds the values of one parameter against what the API says of it. */
record ParameterCheck(Definitions definitions, Side side, ParameterKind kind) {
    /** What is wrong with it. */
    List<Finding> findings(Exchange exchange, Parameter parameter, List<String> values) {
        if (values.isEmpty()) {
            return parameter.required() ? List.of(missing(parameter)) : List.of();
        }
        var api = exchange.api();
        Found found = api == null ? null : definitions.ofParameter(exchange.gateway(), api, parameter);
        if (found == null || !(found.definition() instanceof JsonDefinition definition)) {
            return List.of(problem(found, parameter));
        }
        JsonNode shape = definition.shape();
        boolean list = ParameterValue.isList(shape);
        if (values.size() > 1 && !list) {
            String text =
                    side.noun + " cannot contain multiple values for the " + kind.words + " " + parameter.name() + ".";
            return List.of(wrong(parameter, text, text));
        }
        try {
            JsonNode value =
                    list ? ParameterValue.list(values, shape, kind.trims) : ParameterValue.of(values.get(0), shape);
            return definition.check(value).stream()
                    .map(mistake -> nonconforming(parameter, mistake))
                    .toList();
        } catch (UnparsableException e) {
            String value = "Value of the " + kind.words + " " + parameter.name();
            String rest = " be parsed according to the definition. " + e.getMessage();
            String details = value + (side == Side.REQUEST ? " cannot" : " couldn't") + rest;
            return List.of(wrong(parameter, details, value + " couldn't" + rest));
        }
    }

    /** Why nothing can be said of the value; the schema is the owner's. */
    private Finding problem(@Nullable Found found, Parameter parameter) {
        String what = kind.words + " " + parameter.name();
        if (found == null || parameter.typeName() == null) {
            String sentence = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
            return Finding.internal(
                    parameter.name(),
                    kind.type,
                    "ValidationError",
                    sentence + " cannot be validated. " + (found == null ? "" : found.detail()));
        }
        return switch (found.problem()) {
            case MISSING ->
                Finding.internal(
                        parameter.name(),
                        kind.type,
                        "MissingDefinition",
                        "API's schema does not contain definition " + parameter.typeName()
                                + ", which is associated with the " + what + ".");
            case EMPTY -> Finding.internal("", "ApiSchema", "", "API schema does not specify definitions.");
            default -> Finding.internal("", "ApiSchema", "", "API's schema doesn't exist or it couldn't be resolved.");
        };
    }

    /** It is there, but the API does not know it. */
    Finding unspecified(String name) {
        return Finding.of(
                name, kind.type, "Unspecified", "Unspecified " + kind.words + " " + name + " is not allowed.");
    }

    private Finding missing(Parameter parameter) {
        String text =
                side.noun + " does not contain the " + kind.words + " " + parameter.name() + ", which is required.";
        return wrong(parameter, text, text);
    }

    private Finding nonconforming(Parameter parameter, Mistake mistake) {
        String rest = "alue of the " + kind.words + " " + parameter.name() + " does not conform to the definition. ";
        return wrong(parameter, "V" + rest + mistake, "The v" + rest + mistake);
    }

    private Finding wrong(Parameter parameter, String details, String told) {
        return new Finding(parameter.name(), kind.type, "IncorrectMessage", details, told);
    }
}
