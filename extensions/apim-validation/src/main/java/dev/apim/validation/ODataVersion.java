package dev.apim.validation;

import java.util.Optional;

/**
 * A version of OData.
 *
 * @param major such as 4
 * @param minor digits after the point, such as {@code 01}: 4.01 is later than 4.0 and has no other neighbours
 */
record ODataVersion(int major, String minor) implements Comparable<ODataVersion> {
    /** Reads {@code 4.0} or {@code 4.01}; a {@code ;} and what follows is a user agent's, and of no meaning. */
    static Optional<ODataVersion> of(String text) {
        String number = text.split(";", 2)[0].strip();
        if (!number.matches("[0-9]{1,3}\\.[0-9]{1,3}")) {
            return Optional.empty();
        }
        String[] parts = number.split("\\.");
        return Optional.of(new ODataVersion(Integer.parseInt(parts[0]), parts[1]));
    }

    @Override
    public int compareTo(ODataVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : minor.compareTo(other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
