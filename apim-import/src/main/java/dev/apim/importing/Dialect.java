package dev.apim.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the versions of the format say in different places. One instance reads one description. */
sealed interface Dialect permits Swagger2, OpenApi3 {
    /** The keys of a path item that are operations. */
    Set<String> methods();

    /** Where a parameter may stand, beside {@code query}, {@code path} and {@code header}. */
    Set<String> otherParameterPlaces();

    /** Whether a description without paths is one. */
    boolean pathsAreOptional();

    /** The backend, or empty. */
    String serviceUrl();

    /** Looks over what a parameter says of its values. */
    void check(Place parameter);

    /** Where type, default and allowed values of a parameter or response header stand, with references followed. */
    Optional<Place> facets(Place parameter);

    /** Names the schema of a parameter in {@code target}, where the few members of a parameter cannot say it. */
    void nameSchema(ObjectNode target, Place parameter, String wish);

    /** The request body with references followed, if there is one. */
    Optional<Body> body(Place operation, List<Parameter> parameters);

    /** The bodies of a response. */
    List<ObjectNode> representations(Place operation, Place response, String wish);

    /** A request body: its description, and what it looks like in each media type. */
    interface Body {
        String description();

        List<ObjectNode> representations(String wish);
    }
}
