package dev.apim.kind;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.model.Api;
import dev.apim.model.Resolver;
import dev.apim.model.Schema;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Statements;
import java.util.List;
import java.util.Optional;

/** One API that a kind makes something of, with what belongs to it. Used by one thread, while it compiles. */
public interface ApiContext extends IssueSink {
    /** The API. */
    Api api();

    /** Its schemas, in the order of names. */
    List<Schema> schemas();

    /** Where a schema was written. */
    Position position(Schema schema);

    /** Its resolvers, in the order of names. */
    List<Resolver> resolvers();

    /** Where a resolver was written. */
    Position position(Resolver resolver);

    /**
     * The policy document of a resolver, compiled in a scope of its own that inherits nothing; its mistakes are reported. Empty where
     * there is none or it is at fault.
     */
    Optional<Statements> document(Resolver resolver);

    /** The engines behind the policies. */
    PolicyServices services();
}
