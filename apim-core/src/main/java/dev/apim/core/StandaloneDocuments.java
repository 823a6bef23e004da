package dev.apim.core;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.DocumentCompiler;
import dev.apim.core.compile.ResolverCompiler;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.ParsedDocument;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.core.expression.ExpressionLanguages;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.expression.el.ElExpressions;
import dev.apim.core.json.Json;
import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.ConcurrencyPermits;
import dev.apim.core.policies.PoliciesAtHand;
import dev.apim.core.snapshot.ApiKinds;
import dev.apim.core.snapshot.SnapshotSettings;
import dev.apim.model.Backend;
import dev.apim.model.Deployment;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks policy documents and fragments by themselves: what they refer to outside themselves, named values, fragments and backends, is
 * taken to exist. Thread-safe.
 */
public final class StandaloneDocuments implements CompileEnvironment.Surroundings {
    private final DocumentCompiler compiler;
    private final List<ResolverCompiler> resolvers;

    private StandaloneDocuments(boolean strict) {
        SnapshotSettings settings = new SnapshotSettings(
                PoliciesAtHand.types(),
                ExpressionLanguages.of(
                        CSharpExpressions.create(OfflineServices.services().time())
                                .strict(strict),
                        new ElExpressions()),
                OfflineServices.services(),
                new ConcurrencyPermits(),
                Deployment.LOCAL,
                true,
                strict,
                false);
        this.compiler = new DocumentCompiler(settings.environment(this));
        this.resolvers = ApiKinds.atHand().all().stream()
                .map(kind -> new ResolverCompiler(settings.environment(this), kind))
                .toList();
    }

    /** With every policy at hand; strict refuses what Azure refuses at save. */
    public static StandaloneDocuments create(boolean strict) {
        return new StandaloneDocuments(strict);
    }

    /**
     * Checks a text whose root is {@code <policies>}, {@code <fragment>} or that of a resolver.
     *
     * @param source name for positions
     */
    public void check(String source, String text, IssueSink issues) {
        check(source, text, Scope.API, issues);
    }

    /** The same, where the scope is known that the document is for; else it is taken to be that of an API. */
    public void check(String source, String text, Scope scope, IssueSink issues) {
        Optional<ParsedDocument> parsed =
                PolicyDocumentReader.read(source, text, ReaderOptions.of(NamedValues.unknown()), issues);
        if (parsed.isEmpty()) {
            return;
        }
        IssueSink shown = parsed.get().source().showing(issues);
        if (parsed.get().root().name().equals("fragment")) {
            fragment(parsed.get(), shown);
        } else {
            PolicyElement root = parsed.get().root();
            resolvers.stream()
                    .filter(resolver -> resolver.knows(root.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            resolver -> resolver.document(root, shown), () -> compiler.document(root, scope, shown));
        }
    }

    /**
     * Checks the policy document or fragment that a resource holds, at the scope of its path; any other resource has nothing to check.
     */
    public void check(Resource resource, IssueSink issues) {
        String collection = resource.path().collection();
        if (collection.equals("policies") || collection.equals("policyFragments")) {
            String text = Json.parse(resource.properties()).path("value").asText("");
            check(resource.origin().at("/value").source(), text, scope(resource.path()), issues);
        }
    }

    private static Scope scope(ResourcePath policy) {
        ResourcePath owner = policy.parent();
        if (owner.equals(ResourcePath.ROOT)) {
            return Scope.GLOBAL;
        }
        return switch (owner.collection()) {
            case "products" -> Scope.PRODUCT;
            case "operations" -> Scope.OPERATION;
            case "workspaces" -> Scope.WORKSPACE;
            default -> Scope.API;
        };
    }

    /** Where a fragment will be included is not known: what is wrong in every section is wrong. */
    private void fragment(ParsedDocument fragment, IssueSink issues) {
        Set<Issue> common = null;
        for (Section section : Section.values()) {
            Set<Issue> found = new LinkedHashSet<>();
            compiler.fragment(fragment.root(), Scope.API, section, found::add);
            if (common == null) {
                common = found;
            } else {
                common.retainAll(found);
            }
        }
        if (common != null) {
            common.forEach(issues::report);
        }
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public Optional<Backend> backend(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Code> fragment(String id, Scope scope, Section section) {
        return Optional.empty();
    }
}
