package dev.apim.policy;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.model.Backend;
import dev.apim.model.GlobalSchema;
import dev.apim.model.Logger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy may ask while it is compiled. Bodies read and cost of every expression compiled here count for the policy, so that the
 * engine can buffer bodies and choose the thread ahead of {@link Policy#apply}.
 */
public interface CompileContext extends IssueSink {
    /** Reports what is only warned of, unless the gateway is strict: then it is an error. */
    default void doubt(Position position, String message) {
        warning(position, message);
    }

    /** The section the element stands in. */
    Section section();

    /** The scope of the document it stands in; of the including document for a fragment that is compiled for it. */
    Scope scope();

    /**
     * An attribute that is a literal or, where the spec allows it, an expression.
     *
     * @return {@code null} where it is absent and the spec has no default
     */
    <T> @Nullable Expression<T> expression(PolicyElement element, String attribute, Class<T> type);

    /** The same of an attribute that is mandatory or has a default. */
    <T> Expression<T> required(PolicyElement element, String attribute, Class<T> type);

    /** An attribute that is always a literal, or has a default; {@code null} where it is absent. */
    <T> @Nullable T literal(PolicyElement element, String attribute, Class<T> type);

    /** The text of an element, literal or expression. */
    <T> Expression<T> text(PolicyElement element, Class<T> type);

    /** Any other value that is a literal or an expression, such as a part of an element's content. */
    <T> Expression<T> value(Value value, Class<T> type);

    /**
     * Compiles an expression that is evaluated after the policy ran, when the response exists: its body uses do not count for the
     * policy.
     */
    <T> @Nullable Expression<T> deferred(PolicyElement element, String attribute, Class<T> type);

    /** Says that the policy reads bodies by itself. */
    void reads(BodyUse use);

    /**
     * Says that the policy takes bodies off their streams by itself, as far as it wants them. The engine leaves them streaming ahead of it,
     * but where policies run side by side: there it brings them into memory as for {@link #reads}.
     */
    default void takes(BodyUse use) {
        reads(use);
    }

    /** Says that the policy's own work has no small bound. */
    void unbounded();

    /**
     * A backend the element refers to. Where the document is validated alone it is unknown and no error; where a configuration is
     * compiled, its absence is reported at the element.
     */
    Optional<Backend> backend(PolicyElement element, String id);

    /**
     * A schema of the service, or of the workspace the document belongs to. As with {@link #backend}, its absence is reported at
     * {@code place} where a configuration is compiled; a document that refers to one is compiled again when it changes.
     */
    default Optional<GlobalSchema> schema(Position place, String id) {
        return Optional.empty();
    }

    /** A logger of the service, or of the workspace the document belongs to. Its absence is reported as that of a {@link #schema} is. */
    default Optional<Logger> logger(Position place, String id) {
        return Optional.empty();
    }

    /**
     * The policies within the element or a part of it, in a section of their own. What is wrong with them is reported at their place.
     *
     * @param part the element whose children they are
     */
    default Statements statements(PolicyElement part, Section section) {
        throw new UnsupportedOperationException("policies within policies are not compiled here");
    }

    /** The engines behind the policies. */
    PolicyServices services();
}
