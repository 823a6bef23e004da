package dev.apim.core.compile;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.document.NearestName;
import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.CodeBuilder;
import dev.apim.core.pipeline.Origin;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compiles the policies of one section, or of a fragment for one section. */
final class SectionCompiler {
    private final CompileEnvironment environment;
    private final Scope scope;
    private final Section section;
    private final IssueSink issues;
    private final Set<String> seen = new HashSet<>();

    SectionCompiler(CompileEnvironment environment, Scope scope, Section section, IssueSink issues) {
        this.environment = environment;
        this.scope = scope;
        this.section = section;
        this.issues = issues;
    }

    /** Compiles the children of a section or fragment. */
    Code compile(PolicyElement root) {
        return compile(root, "");
    }

    /** The same of a part whose place in its document is known. */
    Code compile(PolicyElement root, String prefix) {
        CodeBuilder code = new CodeBuilder(environment.permits());
        each(root, prefix, (child, path) -> code.statement(() -> policy(child, path, code)));
        return code.build();
    }

    /** Compiles one policy that stands by itself. */
    Code compileAlone(PolicyElement element) {
        CodeBuilder code = new CodeBuilder(environment.permits());
        code.statement(() -> policy(element, element.name() + "[1]", code));
        return code.build();
    }

    private interface PolicyConsumer {
        void accept(PolicyElement child, String path);
    }

    /** Numbers the children per name. */
    private static void each(PolicyElement parent, String prefix, PolicyConsumer consumer) {
        Map<String, Integer> counts = new HashMap<>();
        for (PolicyElement child : parent.children()) {
            int number = counts.merge(child.name(), 1, Integer::sum);
            consumer.accept(child, prefix + child.name() + "[" + number + "]");
        }
    }

    private void policy(PolicyElement element, String path, CodeBuilder code) {
        Origin origin = new Origin(
                element.name(),
                scope,
                section,
                path,
                element.position(),
                element.attribute("id").map(Value::text).orElse(null));
        var control = environment.catalog().control(element.name());
        var leaf = environment.catalog().leaf(element.name());
        if (control.isPresent()) {
            if (passes(element, control.get().spec())) {
                control.get().emit(element, new ElementEmitter(element, control.get(), path, origin, code));
            }
        } else if (leaf.isPresent()) {
            leaf(element, leaf.get(), origin, code);
        } else {
            unknown(element, origin, code);
        }
    }

    private boolean passes(PolicyElement element, PolicySpec spec) {
        placement(element, spec);
        return SpecCheck.passes(element, spec.element(), environment, issues);
    }

    private void placement(PolicyElement element, PolicySpec spec) {
        if (!spec.sections().contains(section)) {
            doubt(
                    element.position(),
                    "<" + spec.name() + "> does not belong in <" + section + ">, expected " + spec.sections());
        }
        if (!environment.surroundings().alone() && !spec.scopes().contains(scope)) {
            doubt(
                    element.position(),
                    "<" + spec.name() + "> does not belong in a document of scope " + scope + ", expected "
                            + spec.scopes());
        }
        if (spec.once() && !seen.add(spec.name())) {
            doubt(element.position(), "<" + spec.name() + "> may stand only once in a section");
        }
    }

    private void leaf(PolicyElement element, PolicyType type, Origin origin, CodeBuilder code) {
        if (!passes(element, type.spec())) {
            return;
        }
        ElementContext context =
                new ElementContext(environment, scope, section, type.spec().element(), issues);
        Policy policy = type.compile(element, context);
        code.deferred(context.deferredUse());
        code.leaf(policy, origin, context.needs());
    }

    private void unknown(PolicyElement element, Origin origin, CodeBuilder code) {
        String name = element.name();
        if (!AzurePolicies.knows(name)) {
            String advice = NearestName.of(name, AzurePolicies.names())
                    .map(meant -> "did you mean <" + meant + ">?")
                    .orElse("correct the name; the reference of policies lists all");
            issues.error(element.position(), "there is no policy <" + name + ">; " + advice);
            return;
        }
        String remedy = AzurePolicies.isOfResolvers(name)
                ? "stands in the document of a resolver of a GraphQL API only: move it there"
                : AzurePolicies.jarOf(name)
                        .map(jar -> "is not at hand: add " + jar + " to the class path")
                        .orElse("is not available in this version");
        issues.warning(element.position(), "policy <" + name + "> " + remedy + "; a request that reaches it fails");
        String message = "The policy '" + name + "' at " + element.position() + " " + remedy + ".";
        Outcome failure = Outcome.fail(PolicyFailure.internal("PolicyNotAvailable", message));
        code.leaf(exchange -> failure, origin, CodeBuilder.Needs.NONE);
    }

    private void doubt(Position position, String message) {
        if (environment.strict()) {
            issues.error(position, message);
        } else {
            issues.warning(position, message);
        }
    }

    /** The emitter of one element. */
    private final class ElementEmitter implements Emitter {
        private final PolicyElement element;
        private final ControlPolicyType type;
        private final String path;
        private final Origin origin;
        private final CodeBuilder code;
        private final Map<PolicyElement, String> parts = new java.util.IdentityHashMap<>();
        private ElementContext context;

        ElementEmitter(PolicyElement element, ControlPolicyType type, String path, Origin origin, CodeBuilder code) {
            this.element = element;
            this.type = type;
            this.path = path;
            this.origin = origin;
            this.code = code;
            this.context = fresh();
            each(element, path + "/", (child, childPath) -> parts.put(child, childPath));
        }

        private ElementContext fresh() {
            return new ElementContext(environment, scope, section, type.spec().element(), issues);
        }

        @Override
        public CodeBuilder code() {
            return code;
        }

        @Override
        public CompileContext context() {
            return context;
        }

        @Override
        public Origin origin() {
            return origin;
        }

        @Override
        public Origin origin(PolicyElement part) {
            return new Origin(
                    origin.element(),
                    origin.scope(),
                    origin.section(),
                    parts.getOrDefault(part, path),
                    part.position(),
                    origin.policyId());
        }

        @Override
        public CodeBuilder.Needs needs() {
            CodeBuilder.Needs needs = context.needs();
            code.deferred(context.deferredUse());
            context = fresh();
            return needs;
        }

        @Override
        public void children(PolicyElement part) {
            String prefix = part == element ? path : parts.getOrDefault(part, path);
            each(part, prefix + "/", (child, childPath) -> policy(child, childPath, code));
        }

        @Override
        public Code sub(PolicyElement child) {
            CodeBuilder own = new CodeBuilder(environment.permits());
            own.statement(() -> policy(child, parts.getOrDefault(child, path), own));
            return own.build();
        }
    }
}
