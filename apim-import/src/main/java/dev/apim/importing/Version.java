package dev.apim.importing;

import java.util.Optional;

/** The versions of the format that are read. */
enum Version {
    SWAGGER_2,
    OPENAPI_3_0,
    OPENAPI_3_1;

    /** What a description says it is; anything else is reported. */
    static Optional<Version> of(Place root) {
        Optional<Place> swagger = root.any("swagger");
        Optional<Place> openapi = root.any("openapi");
        if (swagger.isPresent() == openapi.isPresent()) {
            root.error(
                    swagger.isPresent()
                            ? "both 'swagger' and 'openapi' are there; remove one"
                            : "neither 'swagger' nor 'openapi' is there, so this is no OpenAPI description;"
                                    + " begin it with its version");
            return Optional.empty();
        }
        Place place = swagger.or(() -> openapi).orElse(root);
        return read(place, swagger.isPresent());
    }

    private static Optional<Version> read(Place place, boolean swagger) {
        // YAML without quotes makes a number of 2.0 and of 3.0, and nobody means another one
        String version = place.value().isNumber()
                ? place.value().asText()
                : place.value().textValue();
        if (version == null) {
            place.isText();
        } else if (swagger && version.equals("2.0")) {
            return Optional.of(SWAGGER_2);
        } else if (!swagger && version.matches("3\\.0(\\.\\d+.*)?")) {
            return Optional.of(OPENAPI_3_0);
        } else if (!swagger && version.matches("3\\.1(\\.\\d+.*)?")) {
            return Optional.of(OPENAPI_3_1);
        } else {
            place.error("version '" + version + "' is not supported, expected "
                    + (swagger ? "swagger 2.0" : "openapi 3.0 or 3.1"));
        }
        return Optional.empty();
    }

    Schemas.Kind schemas() {
        return this == SWAGGER_2 ? Schemas.Kind.DEFINITIONS : Schemas.Kind.COMPONENTS;
    }
}
