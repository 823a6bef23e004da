package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scalar of the schema's own, of which nothing is known: any JSON passes, both ways. */
final class JsonScalar implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value instanceof JsonNode node ? Json.mapper().convertValue(node, Object.class) : value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    @SuppressWarnings("NullAway") // a null inside a list or an object is a value like any other
    public Object parseLiteral(Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return literal(value, variables.toMap());
    }

    private static @Nullable Object literal(Value<?> value, Map<String, Object> variables) {
        if (value instanceof StringValue text) {
            return text.getValue();
        }
        if (value instanceof IntValue number) {
            return number.getValue();
        }
        if (value instanceof FloatValue number) {
            return number.getValue();
        }
        if (value instanceof BooleanValue flag) {
            return flag.isValue();
        }
        if (value instanceof EnumValue name) {
            return name.getName();
        }
        return value instanceof VariableReference variable
                ? variables.get(variable.getName())
                : compound(value, variables);
    }

    private static @Nullable Object compound(Value<?> value, Map<String, Object> variables) {
        if (value instanceof ArrayValue array) {
            List<@Nullable Object> values = new ArrayList<>();
            array.getValues().forEach(element -> values.add(literal(element, variables)));
            return values;
        }
        if (value instanceof ObjectValue object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                members.put(field.getName(), literal(field.getValue(), variables));
            }
            return members;
        }
        if (value instanceof graphql.language.NullValue) {
            return null;
        }
        throw new CoercingParseLiteralException("expected a value of JSON");
    }
}
