package dev.apim.core.compile;

import dev.apim.core.expression.ExpressionLanguage;
import dev.apim.core.pipeline.Code;
import dev.apim.core.pipeline.ConcurrencyPermits;
import dev.apim.model.Backend;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Logger;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.Optional;

/**
 * What documents are compiled with.
 *
 * @param catalog of the policies at hand
 * @param languages of their expressions
 * @param services engines behind them
 * @param permits of the concurrency limits
 * @param surroundings what a document may refer to
 * @param absentSectionInherits whether a section that is left out means base; else it is as if empty
 * @param strict whether what Azure refuses at save is an error; else it is a warning where a sensible reading exists
 */
public record CompileEnvironment(
        PolicyCatalog catalog,
        ExpressionLanguage languages,
        PolicyServices services,
        ConcurrencyPermits permits,
        Surroundings surroundings,
        boolean absentSectionInherits,
        boolean strict) {
    /** The same with another catalog. */
    CompileEnvironment with(PolicyCatalog other) {
        return new CompileEnvironment(other, languages, services, permits, surroundings, absentSectionInherits, strict);
    }

    /** What a document refers to outside itself. */
    public interface Surroundings {
        /** Whether the document is looked at alone, so that what it refers to is unknown rather than absent. */
        boolean alone();

        /** A backend by name. */
        Optional<Backend> backend(String id);

        /** A schema of the service, or of the workspace the document belongs to, by name. */
        default Optional<GlobalSchema> schema(String id) {
            return Optional.empty();
        }

        /** A logger of the service, or of the workspace the document belongs to, by name. */
        default Optional<Logger> logger(String id) {
            return Optional.empty();
        }

        /** A fragment, compiled for a section of a document of a scope. Its own mistakes are reported where it stands. */
        Optional<Code> fragment(String id, Scope scope, Section section);
    }
}
