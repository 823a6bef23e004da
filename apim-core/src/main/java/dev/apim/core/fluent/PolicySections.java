package dev.apim.core.fluent;

import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.List;

/**
 * A document of some sections. Sections that are not given stay those of the broader scope: they are written as {@code <base/>}, so
 * that this holds whatever the gateway takes an absent section for.
 */
record PolicySections(List<PolicySection> given) implements PolicySource {
    PolicySections {
        given = List.copyOf(given);
    }

    @Override
    public String xml(Scope scope) {
        PolicyXml document = PolicyXml.of("policies");
        for (Section section : Section.values()) {
            List<PolicySection> written =
                    given.stream().filter(each -> each.section() == section).toList();
            for (PolicySection each : written) {
                document = document.child(each.element(scope));
            }
            if (written.isEmpty() && scope != Scope.GLOBAL) {
                document = document.child(new PolicySection(section, List.of()).element(scope));
            }
        }
        return document.toString();
    }
}
