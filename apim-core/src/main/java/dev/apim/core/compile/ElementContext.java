package dev.apim.core.compile;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.expression.UnfilledLiteral;
import dev.apim.core.pipeline.CodeBuilder;
import dev.apim.core.pipeline.CodeStatements;
import dev.apim.model.Backend;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Logger;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Cost;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.policy.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one policy asks while it is compiled, and what its expressions add up to. */
final class ElementContext implements CompileContext {
    private final CompileEnvironment environment;
    private final Scope scope;
    private final Section section;
    private final ElementSpec spec;
    private final IssueSink issues;
    private BodyUse use = BodyUse.NONE;
    private BodyUse taken = BodyUse.NONE;
    private BodyUse deferred = BodyUse.NONE;
    private Cost cost = Cost.BOUNDED;

    ElementContext(CompileEnvironment environment, Scope scope, Section section, ElementSpec spec, IssueSink issues) {
        this.environment = environment;
        this.scope = scope;
        this.section = section;
        this.spec = spec;
        this.issues = issues;
    }

    CodeBuilder.Needs needs() {
        return new CodeBuilder.Needs(use, taken, cost);
    }

    BodyUse deferredUse() {
        return deferred;
    }

    @Override
    public Section section() {
        return section;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public void doubt(Position position, String message) {
        if (environment.strict()) {
            issues.error(position, message);
        } else {
            issues.warning(position, message);
        }
    }

    @Override
    public void report(Issue issue) {
        issues.report(issue);
    }

    @Override
    public <T> @Nullable Expression<T> expression(PolicyElement element, String attribute, Class<T> type) {
        return counted(compiled(element, attribute, type));
    }

    @Override
    public <T> Expression<T> required(PolicyElement element, String attribute, Class<T> type) {
        Expression<T> expression = expression(element, attribute, type);
        if (expression == null) {
            throw new IllegalStateException(
                    "the spec of " + element.name() + " neither requires '" + attribute + "' nor has a default for it");
        }
        return expression;
    }

    @Override
    public <T> @Nullable T literal(PolicyElement element, String attribute, Class<T> type) {
        Expression<T> expression = compiled(element, attribute, type);
        return expression != null && expression.isConstant() ? Constants.of(expression) : null;
    }

    @Override
    public <T> Expression<T> text(PolicyElement element, Class<T> type) {
        return value(element.text(), type);
    }

    @Override
    public <T> Expression<T> value(Value value, Class<T> type) {
        Expression<T> expression = compile(value, type);
        use = use.and(expression.bodyUse());
        cost = cost.and(expression.cost());
        return expression;
    }

    @Override
    public <T> @Nullable Expression<T> deferred(PolicyElement element, String attribute, Class<T> type) {
        Expression<T> expression = compiled(element, attribute, type);
        if (expression != null) {
            deferred = deferred.and(expression.bodyUse());
        }
        return expression;
    }

    @Override
    public void reads(BodyUse more) {
        use = use.and(more);
    }

    @Override
    public void takes(BodyUse more) {
        taken = taken.and(more);
    }

    @Override
    public void unbounded() {
        cost = Cost.UNBOUNDED;
    }

    @Override
    public Optional<Backend> backend(PolicyElement element, String id) {
        Optional<Backend> found = environment.surroundings().backend(id);
        if (found.isEmpty() && !environment.surroundings().alone()) {
            issues.error(
                    element.attribute("backend-id")
                            .or(() -> element.attribute("embeddings-backend-id"))
                            .map(Value::position)
                            .orElse(element.position()),
                    "backend '" + id + "' does not exist; define it or correct the name");
        }
        return found;
    }

    @Override
    public Optional<GlobalSchema> schema(Position place, String id) {
        Optional<GlobalSchema> found = environment.surroundings().schema(id);
        if (found.isEmpty() && !environment.surroundings().alone()) {
            issues.error(place, "schema '" + id + "' does not exist; define it or correct the name");
        }
        return found;
    }

    @Override
    public Optional<Logger> logger(Position place, String id) {
        Optional<Logger> found = environment.surroundings().logger(id);
        if (found.isEmpty() && !environment.surroundings().alone()) {
            issues.error(place, "logger '" + id + "' does not exist; define it or correct the name");
        }
        return found;
    }

    @Override
    public Statements statements(PolicyElement part, Section inner) {
        return new CodeStatements(
                new SectionCompiler(environment, scope, inner, issues).compile(part, part.name() + "/"));
    }

    @Override
    public PolicyServices services() {
        return environment.services();
    }

    private <T> @Nullable Expression<T> counted(@Nullable Expression<T> expression) {
        if (expression != null) {
            use = use.and(expression.bodyUse());
            cost = cost.and(expression.cost());
        }
        return expression;
    }

    private <T> @Nullable Expression<T> compiled(PolicyElement element, String attribute, Class<T> type) {
        Optional<Value> written = element.attribute(attribute);
        if (written.isPresent()) {
            return compile(written.get(), type);
        }
        String byDefault = defaultOf(spec, element.name(), attribute);
        return byDefault == null ? null : compile(Value.literal(byDefault, element.position()), type);
    }

    private <T> Expression<T> compile(Value value, Class<T> type) {
        if (!value.isExpression() && environment.surroundings().alone() && SpecCheck.hasPlaceholder(value)) {
            return Constants.placeholder(value, type);
        }
        if (UnfilledLiteral.mayBe(value) && !type.isAssignableFrom(String.class)) {
            return UnfilledLiteral.of(value, type);
        }
        return environment.languages().compile(value, type, issues);
    }

    /** The default of an attribute of the policy's element or of one within it. */
    private static @Nullable String defaultOf(ElementSpec spec, String element, String attribute) {
        if (spec.name().equals(element)) {
            for (AttributeSpec a : spec.attributes()) {
                if (a.name().equals(attribute)) {
                    return a.defaultValue();
                }
            }
        }
        for (ElementSpec child : spec.children()) {
            String found = defaultOf(child, element, attribute);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
