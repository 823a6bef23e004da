package dev.apim.testkit.unwinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compound policies, one in another.
 *
 * @param wrappers from the outermost to the innermost
 */
record Nesting(List<Wrapper> wrappers) {
    private static final int DEEPEST = 3;

    /** A compound policy around one statement. */
    enum Wrapper {
        CHOOSE("<choose><when condition=\"true\">%s</when><otherwise><failing/></otherwise></choose>"),
        RETRY("<retry condition=\"false\" count=\"3\" interval=\"1\">%s</retry>"),
        WAIT("<wait for=\"all\">%s<set-variable name=\"sibling\" value=\"1\"/></wait>"),
        LIMIT("<limit-concurrency key=\"held\" max-count=\"9\">%s</limit-concurrency>"),
        FRAGMENT("<include-fragment fragment-id=\"shared\"/>");

        final String document;

        Wrapper(String document) {
            this.document = document;
        }
    }

    /** All of them down to a depth of three; a fragment may not include a fragment. */
    static List<Nesting> all() {
        List<Nesting> all = new ArrayList<>(List.of(new Nesting(List.of())));
        List<Nesting> longest = all;
        for (int depth = 1; depth <= DEEPEST; depth++) {
            longest = longest.stream().flatMap(Nesting::around).toList();
            all = new ArrayList<>(all);
            all.addAll(longest);
        }
        return all;
    }

    private Stream<Nesting> around() {
        return Stream.of(Wrapper.values())
                .filter(wrapper -> wrapper != Wrapper.FRAGMENT || !wrappers.contains(Wrapper.FRAGMENT))
                .map(wrapper -> {
                    List<Wrapper> more = new ArrayList<>(wrappers);
                    more.add(0, wrapper);
                    return new Nesting(List.copyOf(more));
                });
    }

    /** The statement within all of them; what is beyond an {@code include-fragment} is left out. */
    String document(String statement) {
        String text = statement;
        for (Wrapper wrapper : inwards()) {
            text = String.format(wrapper.document, text);
        }
        return text;
    }

    /** What the fragment holds around the statement. */
    String fragment(String statement) {
        int at = wrappers.indexOf(Wrapper.FRAGMENT);
        String inner = at < 0 ? "<set-variable name=\"unused\" value=\"1\"/>" : statement;
        if (at >= 0) {
            inner = new Nesting(wrappers.subList(at + 1, wrappers.size())).document(statement);
        }
        return "<fragment>" + inner + "</fragment>";
    }

    /** How many permits are held by who stands at the statement. */
    int permits() {
        return Collections.frequency(wrappers, Wrapper.LIMIT);
    }

    /** How many are held while a body is brought into memory, which happens ahead of the outermost wait. */
    int permitsWhileReading() {
        int wait = wrappers.indexOf(Wrapper.WAIT);
        return wait < 0 ? permits() : new Nesting(wrappers.subList(0, wait)).permits();
    }

    private List<Wrapper> inwards() {
        List<Wrapper> reversed = new ArrayList<>(wrappers);
        Collections.reverse(reversed);
        return reversed;
    }

    @Override
    public String toString() {
        return wrappers.toString();
    }
}
