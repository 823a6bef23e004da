package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import java.util.HashMap;
import java.util.Map;

/** What the type parameters of a type and all its bases stand for in one of its values. */
final class Receivers {
    private Receivers() {}

    static Map<TypeDefinition, CsType> of(Checker checker, CsType type) {
        Map<TypeDefinition, CsType> all = new HashMap<>();
        for (CsType base : checker.relations().closure(type)) {
            Relations.arguments(base).forEach(all::putIfAbsent);
        }
        return all;
    }
}
