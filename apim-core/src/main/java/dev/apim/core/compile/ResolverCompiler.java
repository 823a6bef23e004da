package dev.apim.core.compile;

import dev.apim.IssueSink;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.kind.ApiKind;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Map;

/**
 * Compiles the documents of resolvers: one policy that stands by itself, in a scope that inherits nothing (Azure: GraphQL resolver).
 * Stateless and thread-safe; all mistakes are reported, none thrown.
 */
public final class ResolverCompiler {
    private final CompileEnvironment environment;
    private final List<String> roots;

    /** For APIs of a kind. */
    public ResolverCompiler(CompileEnvironment environment, ApiKind kind) {
        List<PolicyType> own = kind.resolverPolicies();
        this.environment = environment.with(environment.catalog().with(own));
        this.roots = own.stream()
                .map(PolicyType::spec)
                .filter(spec -> spec.sections().contains(Section.BACKEND))
                .map(PolicySpec::name)
                .toList();
    }

    /** Whether an element may be the root of such a document. */
    public boolean knows(String element) {
        return roots.contains(element);
    }

    /** Compiles a document: its {@code backend} section is all there is. */
    public PolicyCode document(PolicyElement root, IssueSink issues) {
        if (!knows(root.name())) {
            issues.error(
                    root.position(),
                    "expected <" + String.join(">, <", roots) + "> as the root of a resolver's document, found <"
                            + root.name() + ">");
            return new PolicyCode(Map.of());
        }
        SectionCompiler compiler = new SectionCompiler(environment, Scope.API, Section.BACKEND, issues);
        return new PolicyCode(Map.of(Section.BACKEND, compiler.compileAlone(root)));
    }
}
