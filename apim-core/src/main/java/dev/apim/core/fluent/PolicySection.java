package dev.apim.core.fluent;

import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.List;

/**
 * A section of a document, and by itself a document of which it is the only one. Immutable.
 *
 * @param section which one
 * @param steps what it does, in order
 */
public record PolicySection(Section section, List<PolicyStep> steps) implements PolicySource {
    public PolicySection {
        steps = List.copyOf(steps);
    }

    @Override
    public String xml(Scope scope) {
        return new PolicySections(List.of(this)).xml(scope);
    }

    /** With {@code <base/>} ahead of the steps where the scope has a broader one and none of them places it. */
    PolicyXml element(Scope scope) {
        PolicyXml element = PolicyXml.of(section.element());
        if (scope != Scope.GLOBAL && inherits()) {
            element = element.child(PolicyXml.of("base"));
        }
        for (PolicyStep step : steps) {
            element = element.child(step.element());
        }
        return element;
    }

    /** Not what chooses how to reach the backend: that takes the place of the broader way, or it would be reached twice. */
    private boolean inherits() {
        return section == Section.BACKEND
                ? steps.isEmpty()
                : steps.stream().noneMatch(step -> step.element().contains("base"));
    }
}
