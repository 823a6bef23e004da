package dev.apim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.model.Parameter;
import dev.apim.policy.Exchange;
import dev.apim.validation.Definition.Mistake;
import dev.apim.validation.Definitions.Found;
import dev.apim.validation.ParameterValue.UnparsableException;
import java.util.List;

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
            return List.of(Finding.internal(
                    parameter.name(),
                    kind.type,
                    "MissingDefinition",
                    "API's schema does not contain the definition of the " + kind.words + " " + parameter.name()
                            + ", or it could not be resolved."));
        }
        JsonNode shape = definition.shape();
        boolean list = ParameterValue.isList(shape);
        if (values.size() > 1 && !list) {
            return List.of(wrong(
                    parameter,
                    side.noun + " cannot contain multiple values for the " + kind.words + " " + parameter.name()
                            + "."));
        }
        try {
            JsonNode value = list ? ParameterValue.list(values, shape) : ParameterValue.of(values.get(0), shape);
            return definition.check(value).stream()
                    .map(mistake -> nonconforming(parameter, mistake))
                    .toList();
        } catch (UnparsableException e) {
            return List.of(wrong(
                    parameter,
                    "Value of the " + kind.words + " " + parameter.name()
                            + " couldn't be parsed according to the definition. " + e.getMessage()));
        }
    }

    /** It is there, but the API does not know it. */
    Finding unspecified(String name) {
        return Finding.of(
                name, kind.type, "Unspecified", "Unspecified " + kind.words + " " + name + " is not allowed.");
    }

    private Finding missing(Parameter parameter) {
        return wrong(
                parameter,
                side.noun + " does not contain the " + kind.words + " " + parameter.name() + ", which is required.");
    }

    private Finding nonconforming(Parameter parameter, Mistake mistake) {
        return wrong(
                parameter,
                "The value of the " + kind.words + " " + parameter.name() + " does not conform to the definition. "
                        + mistake);
    }

    private Finding wrong(Parameter parameter, String details) {
        return Finding.of(parameter.name(), kind.type, "IncorrectMessage", details);
    }
}
