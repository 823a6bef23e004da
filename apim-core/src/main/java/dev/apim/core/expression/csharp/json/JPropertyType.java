package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import org.jspecify.annotations.Nullable;

/** {@code JProperty}. */
final class JPropertyType {
    private JPropertyType() {}

    static void define(TypeBuilder type) {
        type.base("JContainer")
                .methodWith("(JProperty other)", (call, a) -> {
                    if (a[0] == null) {
                        throw DotNetException.argumentNull("other");
                    }
                    return JTokenMembers.clone(call, (JProperty) a[0]);
                })
                .counted(
                        "(string name, object content)",
                        (Evaluation evaluation, @Nullable String name, @Nullable Object content) ->
                                new JProperty(name, content, evaluation))
                .methodWith(
                        "(string name, params object[] content)",
                        (call, a) -> new JProperty((String) a[0], a[1], call.evaluation()))
                .property("string Name", (JProperty property) -> property.name())
                .property(
                        "JToken Value",
                        (JProperty property) -> property.value(),
                        (JProperty property, @Nullable Object value) -> {
                            property.value((JToken) value, null);
                            return null;
                        });
    }
}
