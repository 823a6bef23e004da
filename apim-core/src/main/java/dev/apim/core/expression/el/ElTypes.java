package dev.apim.core.expression.el;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextMember;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.context.ContextTypes;
import dev.apim.core.expression.context.ReadableBody;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of {@code context} as EL shows it: with names in camel case too, and with texts, lists and bodies of its own. */
final class ElTypes {
    /** Every type whose values may lie in a variable. */
    private static final List<ContextType> DYNAMIC = Stream.concat(
                    Stream.of(ElStrings.TYPE, ElLists.ANY, ElBodies.ANY),
                    ContextTypes.all().stream().filter(type -> type.javaType() != ReadableBody.class))
            .toList();

    private ElTypes() {}

    /** Whether the members of a value of this type show only when the request runs. */
    static boolean isDynamic(ContextType type) {
        return type == ContextType.OBJECT || type == ElBodies.JSON;
    }

    /** The members that EL offers for a type of the table. */
    static ContextType view(ContextType type) {
        if (type == ContextType.STRING) {
            return ElStrings.TYPE;
        }
        if (type.javaType() == ReadableBody.class && type.member("Json") == null) {
            return ElBodies.of(type);
        }
        ContextType element = type.element();
        return element == null ? type : ElLists.of(element);
    }

    /** The members that EL offers for a value met at run time, or {@code null}. */
    static @Nullable ContextType of(Object value) {
        if (value instanceof String) {
            return ElStrings.TYPE;
        }
        if (ElLists.isOne(value)) {
            return ElLists.ANY;
        }
        if (value instanceof JsonNode) {
            return null;
        }
        return value instanceof ReadableBody ? ElBodies.ANY : ContextTypes.of(value);
    }

    /** A member by its name, in Azure's spelling or beginning in lower case. */
    static @Nullable ContextMember member(ContextType type, String name) {
        ContextMember member = type.member(name);
        if (member != null || name.isEmpty() || !Character.isLowerCase(name.charAt(0))) {
            return member;
        }
        return type.member(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    /** The members of this name that a value known at run time only may turn out to have. */
    static List<ContextMember> candidates(String name) {
        return DYNAMIC.stream()
                .map(type -> member(type, name))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The names that a type's members have. */
    static List<String> names(ContextType type) {
        List<String> names = new ArrayList<>();
        type.members().forEach(member -> names.add(member.name()));
        return names;
    }

    /** The names that some value's members have. */
    static List<String> dynamicNames() {
        return DYNAMIC.stream().flatMap(type -> names(type).stream()).distinct().toList();
    }

    static BodyUse bodyUse(List<ContextMember> members) {
        return members.stream().map(ContextMember::bodyUse).reduce(BodyUse.NONE, BodyUse::and);
    }

    static Cost cost(List<ContextMember> members) {
        return members.stream().map(ContextMember::cost).reduce(Cost.BOUNDED, Cost::and);
    }
}
