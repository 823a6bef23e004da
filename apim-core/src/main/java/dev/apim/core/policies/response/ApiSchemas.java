package dev.apim.core.policies.response;

import dev.apim.model.Api;
import dev.apim.model.Schema;
import java.util.Optional;

/** Knows the schemas of APIs. A {@link dev.apim.policy.GatewayView} that is one too lets mock-response make samples from them. */
public interface ApiSchemas {
    /** A schema of an API by resource name. */
    Optional<Schema> schema(Api api, String schemaId);
}
