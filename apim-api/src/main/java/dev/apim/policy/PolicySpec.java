package dev.apim.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy's element looks like and where it may stand. Parsing, messages, the reference page and editors' schemas follow from it.
 *
 * @param element the element, its attributes and children
 * @param sections where it may stand
 * @param scopes of the documents it may stand in
 * @param once whether it may stand only once in a section
 * @param terminating whether it always ends the request
 */
public record PolicySpec(
        ElementSpec element, Set<Section> sections, Set<Scope> scopes, boolean once, boolean terminating) {
    /** All sections and scopes, any number of times, no attributes. */
    public static PolicySpec of(String element, String summary) {
        return new PolicySpec(
                ElementSpec.of(element, summary),
                EnumSet.allOf(Section.class),
                EnumSet.allOf(Scope.class),
                false,
                false);
    }

    /** The element's name. */
    public String name() {
        return element.name();
    }

    /** Only in these sections. */
    public PolicySpec sections(Section first, Section... more) {
        return new PolicySpec(element, EnumSet.of(first, more), scopes, once, terminating);
    }

    /** Only in documents of these scopes. */
    public PolicySpec scopes(Scope first, Scope... more) {
        return new PolicySpec(element, sections, EnumSet.of(first, more), once, terminating);
    }

    /** At most once in a section. */
    public PolicySpec onlyOnce() {
        return new PolicySpec(element, sections, scopes, true, terminating);
    }

    /** Always ends the request. */
    public PolicySpec endsRequest() {
        return new PolicySpec(element, sections, scopes, once, true);
    }

    /** With these attributes as well. */
    public PolicySpec attributes(AttributeSpec... more) {
        return new PolicySpec(element.attributes(more), sections, scopes, once, terminating);
    }

    /** With these children as well. */
    public PolicySpec children(ElementSpec... more) {
        return new PolicySpec(element.children(more), sections, scopes, once, terminating);
    }

    /** With this content. */
    public PolicySpec content(ElementSpec.Content content, AttributeSpec.Type type) {
        return new PolicySpec(element.content(content, type), sections, scopes, once, terminating);
    }

    static <T> List<T> join(Collection<T> first, T[] more) {
        List<T> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
