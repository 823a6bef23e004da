package dev.apim.importing;

/** The description grows beyond every use while it is read: what it refers to again and again is too large. */
final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    TooLarge(Place place) {
        super("too large", null, false, false);
        this.place = place;
    }

    /** Where the limit was met. */
    Place place() {
        return place;
    }
}
