package dev.apim.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of an operation: those of its path, overridden by its own. */
final class ParameterReader {
    private static final String MEMBER = "parameters";
    private static final Set<String> COMMON = Set.of("query", "path", "header");

    private final Dialect dialect;
    private final Set<String> places;

    ParameterReader(Dialect dialect) {
        this.dialect = dialect;
        Set<String> all = new HashSet<>(COMMON);
        all.addAll(dialect.otherParameterPlaces());
        this.places = Set.copyOf(all);
    }

    /** The parameters in force, in document order. */
    List<Parameter> read(List<Place> pathItem, Place operation) {
        Map<Key, Parameter> inForce = new LinkedHashMap<>();
        for (Place layer : pathItem) {
            declared(layer).forEach(inForce::putIfAbsent);
        }
        inForce.putAll(declared(operation));
        List<Parameter> parameters = new ArrayList<>(inForce.values());
        refuseSharedNames(parameters);
        return parameters;
    }

    private record Key(String name, String in) {}

    private Map<Key, Parameter> declared(Place owner) {
        Map<Key, Parameter> declared = new LinkedHashMap<>();
        for (Place item : owner.list(MEMBER).map(Place::items).orElse(List.of())) {
            Optional<Parameter> parameter = References.object(item).flatMap(this::parameter);
            if (parameter.isPresent()) {
                Parameter found = parameter.get();
                if (declared.putIfAbsent(new Key(found.name(), found.in()), found) != null) {
                    item.error("the " + found.in() + " parameter '" + found.name()
                            + "' is declared twice; remove one of them");
                }
            }
        }
        return declared;
    }

    private Optional<Parameter> parameter(Place place) {
        String name = place.text("name");
        String in = place.text("in");
        if (!isString(place, "name") || !isString(place, "in")) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            place.error("a parameter without 'name'; give it one");
            return Optional.empty();
        }
        if (!places.contains(in)) {
            place.error("the parameter '" + name + "' is in '" + in + "', expected one of " + sorted());
            return Optional.empty();
        }
        place.text("description");
        dialect.check(
                place); // here already: one that is overridden or ignored is read no further, and may be wrong all the
        // same
        return Optional.of(new Parameter(place, name, in, required(place, name, in)));
    }

    private static boolean required(Place place, String name, String in) {
        boolean required = place.flag("required");
        if (in.equals("path") && !required) {
            place.warning("the path parameter '" + name + "' is not marked as required, and is required all the same;"
                    + " add 'required: true'");
        }
        return required || in.equals("path");
    }

    private static boolean isString(Place place, String name) {
        return !place.has(name)
                || place.value().get(name).isTextual()
                || place.value().get(name).isNull(); // what it is instead was reported
    }

    private String sorted() {
        return String.join(", ", places.stream().sorted().toList());
    }

    /** Azure keeps the parameters of path and query in one list, so their names must differ. */
    private static void refuseSharedNames(List<Parameter> parameters) {
        Map<String, Parameter> byName = new HashMap<>();
        for (Parameter each : parameters) {
            if (each.isIn("path") || each.isIn("query")) {
                Parameter other = byName.putIfAbsent(each.name(), each);
                if (other != null) {
                    each.place()
                            .error("the name '" + each.name() + "' is both a path and a query parameter;"
                                    + " names must be unique over both, rename one");
                }
            }
        }
    }
}
