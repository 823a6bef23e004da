package dev.apim.importing;

/**
 * A parameter as it was declared.
 *
 * @param place of the declaration, references followed
 * @param name as on the wire
 * @param in where it stands in the request
 * @param required whether it must be there
 */
record Parameter(Place place, String name, String in, boolean required) {
    boolean isIn(String other) {
        return in.equals(other);
    }
}
