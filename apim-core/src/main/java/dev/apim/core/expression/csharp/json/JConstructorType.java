package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** {@code JConstructor}. */
final class JConstructorType {
    private JConstructorType() {}

    static void define(TypeBuilder type) {
        type.base("JContainer")
                .method("()", () -> new JConstructor(null))
                .methodWith("(JConstructor other)", (call, a) -> {
                    if (a[0] == null) {
                        throw DotNetException.argumentNull("other");
                    }
                    return JTokenMembers.clone(call, (JConstructor) a[0]);
                })
                .method("(string name)", (@Nullable Object name) -> new JConstructor(named((String) name)))
                .methodWith(
                        "(string name, object content)",
                        (call, a) ->
                                JContainerType.filled(new JConstructor(named((String) a[0])), a[1], call.evaluation()))
                .methodWith(
                        "(string name, params object[] content)",
                        (call, a) ->
                                JContainerType.filled(new JConstructor(named((String) a[0])), a[1], call.evaluation()))
                .property(
                        "string Name",
                        (JConstructor constructor) -> constructor.name(),
                        (JConstructor constructor, @Nullable String name) -> {
                            constructor.name(name);
                            return null;
                        });
    }

    private static String named(@Nullable String name) {
        if (name == null) {
            throw DotNetException.argumentNull("name");
        }
        if (name.isEmpty()) {
            throw DotNetException.argument("Constructor name cannot be empty.", "name");
        }
        return name;
    }
}
