package dev.apim.core.compile;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.CodeBuilder;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles policy documents and fragments. Stateless and thread-safe; all mistakes are reported, none thrown. */
public final class DocumentCompiler {
    private final CompileEnvironment environment;

    /** With this environment. */
    public DocumentCompiler(CompileEnvironment environment) {
        this.environment = environment;
    }

    /** Compiles a document whose root is {@code <policies>}. */
    public PolicyCode document(PolicyElement root, Scope scope, IssueSink issues) {
        Map<Section, Code> sections = new EnumMap<>(Section.class);
        if (!root.name().equals("policies")) {
            issues.error(
                    root.position(),
                    "expected <policies> as the root of a policy document, found <" + root.name() + ">");
            return new PolicyCode(sections);
        }
        frame(root, Set.of("expressions"), issues);
        for (PolicyElement child : root.children()) {
            Section section = section(child.name());
            if (section == null) {
                issues.error(
                        child.position(),
                        "<policies> holds <inbound>, <backend>, <outbound> and <on-error>, found <" + child.name()
                                + ">");
            } else if (sections.containsKey(section)) {
                issues.error(child.position(), "<" + section + "> stands here for the second time; join the two");
            } else {
                sections.put(section, section(child, scope, section, issues));
            }
        }
        if (!environment.absentSectionInherits()) {
            for (Section section : Section.values()) {
                sections.computeIfAbsent(section, absent -> emptyCode());
            }
        }
        return new PolicyCode(sections);
    }

    /** What stands around policies says nothing itself. */
    private void frame(PolicyElement element, Set<String> attributes, IssueSink issues) {
        for (PolicyElement.Attribute attribute : element.attributes()) {
            if (!attributes.contains(attribute.name()) && !attribute.name().startsWith("xmlns")) {
                doubt(
                        attribute.position(),
                        "<" + element.name() + "> has no attribute '" + attribute.name() + "'; it is ignored",
                        issues);
            }
        }
        if (element.children().isEmpty() && !element.text().text().isBlank()) {
            doubt(element.text().position(), "<" + element.name() + "> takes no text; it is ignored", issues);
        }
    }

    private void doubt(Position position, String message, IssueSink issues) {
        issues.report(environment.strict() ? Issue.error(position, message) : Issue.warning(position, message));
    }

    private Code section(PolicyElement child, Scope scope, Section section, IssueSink issues) {
        frame(child, Set.of(), issues);
        if (section == Section.BACKEND && child.children().size() > 1) {
            String message = "<backend> should hold one statement; Azure refuses more, here they run as written";
            doubt(child.children().get(1).position(), message, issues);
        }
        return new SectionCompiler(environment, scope, section, issues).compile(child);
    }

    /** Code that does nothing. */
    public Code emptyCode() {
        return new CodeBuilder(environment.permits()).build();
    }

    /** Compiles a fragment, whose root is {@code <fragment>}, for a section of a document of some scope. */
    public Code fragment(PolicyElement root, Scope scope, Section section, IssueSink issues) {
        if (!root.name().equals("fragment")) {
            issues.error(
                    root.position(),
                    "expected <fragment> as the root of a policy fragment, found <" + root.name() + ">");
        }
        frame(root, Set.of("expressions"), issues);
        PolicyElement foreign = foreign(root);
        if (foreign != null) {
            issues.error(foreign.position(), "a fragment may not contain <" + foreign.name() + ">");
            return emptyCode();
        }
        return new SectionCompiler(environment, scope, section, issues).compile(root);
    }

    /** What no fragment may hold, however deep: one that includes itself by way of others would have no end. */
    private static @Nullable PolicyElement foreign(PolicyElement parent) {
        for (PolicyElement child : parent.children()) {
            boolean refused = child.name().equals("base") || child.name().equals("include-fragment");
            PolicyElement found = refused || section(child.name()) != null ? child : foreign(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Section section(String name) {
        for (Section section : Section.values()) {
            if (section.element().equals(name)) {
                return section;
            }
        }
        return null;
    }
}
