package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.Severity;
import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.DocumentCompiler;
import dev.apim.core.document.DocumentFormat;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.ParsedDocument;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.resource.Configuration;
import dev.apim.core.resource.PolicyDocumentEntry;
import dev.apim.core.snapshot.FragmentShelf.Compiled;
import dev.apim.core.snapshot.FragmentShelf.Fragment;
import dev.apim.core.snapshot.FragmentShelf.Use;
import dev.apim.model.Backend;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Logger;
import dev.apim.model.NamedValue;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and compiles the documents of one configuration. Used by one thread. */
final class DocumentShop implements CompileEnvironment.Surroundings {
    private final Configuration configuration;
    private final FragmentShelf shelf;
    private final DocumentCompiler compiler;
    private final IssueSink issues;
    private final Map<String, NamedValues> namedValues = new HashMap<>();
    private @Nullable String workspaceId;
    private Set<String> uses = new HashSet<>();
    private List<Issue> found = new ArrayList<>();

    /** Makes the compiler for documents in these surroundings. */
    interface Compilers {
        DocumentCompiler create(CompileEnvironment.Surroundings surroundings);
    }

    DocumentShop(Configuration configuration, FragmentShelf shelf, Compilers compilers, IssueSink issues) {
        this.configuration = configuration;
        this.shelf = shelf;
        this.compiler = compilers.create(this);
        this.issues = issues;
    }

    /** How the root of a document becomes code. */
    interface Way {
        PolicyCode compile(PolicyElement root, IssueSink sink);
    }

    /** The way of an ordinary document of a scope. */
    Way ofScope(Scope scope) {
        return (root, sink) -> compiler.document(root, scope, sink);
    }

    /** A document, or nothing when it has errors, which were reported. */
    @Nullable
    CompiledDocument compile(PolicyDocumentEntry entry, Way way, @Nullable String workspace) {
        workspaceId = workspace;
        uses = new HashSet<>();
        found = new ArrayList<>();
        Optional<ParsedDocument> parsed = read(entry, workspace, found::add);
        PolicyCode code = parsed.isEmpty()
                ? null
                : way.compile(parsed.get().root(), parsed.get().source().showing(found::add));
        found.forEach(issues::report);
        if (parsed.isEmpty() || code == null || found.stream().anyMatch(Issue::isError)) {
            return null;
        }
        List<Issue> warnings =
                found.stream().filter(i -> i.severity() == Severity.WARNING).toList();
        return new CompiledDocument(entry, workspace, code, parsed.get().references(), Set.copyOf(uses), warnings);
    }

    /** Reads a fragment and reports what is wrong with its text. */
    Fragment fragment(PolicyDocumentEntry entry, @Nullable String workspace) {
        List<Issue> found = new ArrayList<>();
        Optional<ParsedDocument> parsed = read(entry, workspace, found::add);
        return new Fragment(parsed, List.copyOf(found));
    }

    private Optional<ParsedDocument> read(PolicyDocumentEntry entry, @Nullable String workspace, IssueSink sink) {
        Position start = entry.start();
        IssueSink placed = start.line() == 1 && start.column() == 1 ? sink : issue -> sink.report(within(issue, start));
        DocumentFormat format = DocumentFormat.of(entry.document().format()).orElse(DocumentFormat.RAWXML);
        ReaderOptions options = ReaderOptions.of(namedValues(workspace)).format(format);
        return PolicyDocumentReader.read(start.source(), entry.document().value(), options, placed);
    }

    /** A place within a text that is itself a JSON string: the string's own place, and the place in it in words. */
    private static Issue within(Issue issue, Position start) {
        Position at = issue.position();
        return new Issue(
                issue.severity(),
                start,
                "line " + at.line() + ", column " + at.column() + " of the text: " + issue.message(),
                issue.excerpt());
    }

    private NamedValues namedValues(@Nullable String workspace) {
        return namedValues.computeIfAbsent(Objects.requireNonNullElse(workspace, ""), w -> {
            List<NamedValue> own = new ArrayList<>();
            configuration.namedValues().forEach((key, value) -> {
                if (key.equalsIgnoreCase(Configuration.key(workspace, value.displayName()))) {
                    own.add(value);
                }
            });
            return NamedValues.of(own);
        });
    }

    @Override
    public boolean alone() {
        return false;
    }

    @Override
    public Optional<Backend> backend(String id) {
        uses.add(NameChanges.part("backend", workspaceId, id));
        return Optional.ofNullable(configuration.backends().get(Configuration.key(workspaceId, id)));
    }

    @Override
    public Optional<GlobalSchema> schema(String id) {
        uses.add(NameChanges.part("schema", workspaceId, id));
        return Optional.ofNullable(configuration.schemas().get(Configuration.key(workspaceId, id)));
    }

    @Override
    public Optional<Logger> logger(String id) {
        uses.add(NameChanges.part("logger", workspaceId, id));
        return Optional.ofNullable(configuration.loggers().get(Configuration.key(workspaceId, id)));
    }

    @Override
    public Optional<Code> fragment(String id, Scope scope, Section section) {
        Fragment fragment = shelf.fragments.get(NameChanges.folded(Configuration.key(workspaceId, id)));
        if (fragment == null) {
            return Optional.empty();
        }
        Use use = new Use(scope, section);
        Compiled compiled = fragment.codes.get(use);
        if (compiled == null) {
            compiled = compiled(fragment, use);
            fragment.codes.put(use, compiled);
        }
        uses.addAll(compiled.uses());
        found.addAll(compiled.issues());
        return Optional.of(compiled.code());
    }

    /** Compiled once, but what it refers to and what is wrong with it counts for every document that includes it. */
    private Compiled compiled(Fragment fragment, Use use) {
        Set<String> outer = uses;
        uses = new HashSet<>();
        List<Issue> own = new ArrayList<>();
        Code code = fragment.parsed
                .map(parsed -> compiler.fragment(
                        parsed.root(),
                        use.scope(),
                        use.section(),
                        parsed.source().showing(own::add)))
                .orElseGet(compiler::emptyCode);
        Compiled compiled = new Compiled(code, List.copyOf(own), Set.copyOf(uses));
        uses = outer;
        return compiled;
    }
}
