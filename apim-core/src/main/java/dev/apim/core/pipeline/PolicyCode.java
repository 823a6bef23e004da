package dev.apim.core.pipeline;

import dev.apim.policy.Section;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A whole policy document, compiled: a code for each section that is written out. Immutable. */
public final class PolicyCode {
    private final Map<Section, Code> sections;

    /** With these sections; one that is absent inherits. */
    public PolicyCode(Map<Section, Code> sections) {
        EnumMap<Section, Code> copy = new EnumMap<>(Section.class);
        copy.putAll(sections);
        this.sections = Collections.unmodifiableMap(copy);
    }

    /** The code of a section, unless it is absent. */
    public Optional<Code> section(Section section) {
        return Optional.ofNullable(sections.get(section));
    }

    /** Where a policy stands in a section first: itself, or what includes the fragment that holds it. */
    public Optional<Origin> place(Section section, String element) {
        return places(section, element).findFirst();
    }

    /** Everywhere that it stands in a section, in document order. */
    public Stream<Origin> places(Section section, String element) {
        Code code = sections.get(section);
        return code == null
                ? Stream.empty()
                : IntStream.range(0, code.instructions.length)
                        .filter(i -> code.contains(element, i, i + 1))
                        .mapToObj(i -> code.origins[i]);
    }
}
