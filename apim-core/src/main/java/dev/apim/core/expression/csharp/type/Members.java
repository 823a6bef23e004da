package dev.apim.core.expression.csharp.type;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a type declares; written while it is defined, then only read. */
final class Members {
    final List<CsType> bases = new ArrayList<>();
    final Map<String, Property> properties = new LinkedHashMap<>();
    final Map<String, List<Method>> methods = new LinkedHashMap<>();
    final Map<String, String> refused = new LinkedHashMap<>();

    @Nullable
    CsType enumerated;

    Code.@Nullable F1<Object> enumerator;
    EnumValue.@Nullable Type enumeration;

    @Nullable
    Object defaultValue;

    @Nullable
    Predicate<Object> instance;
}
