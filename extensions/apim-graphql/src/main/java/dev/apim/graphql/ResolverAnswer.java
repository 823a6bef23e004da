package dev.apim.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.http.BytesBody;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import org.jspecify.annotations.Nullable;

/** What a resolver's document came to: its response's body is the field's value. */
final class ResolverAnswer {
    private ResolverAnswer() {}

    /**
     * The value.
     *
     * @param list whether the field is a list: then rows may come as {@code items} of an object, as data sources give them
     * @throws FieldFailure when there is none
     */
    static @Nullable Object of(Outcome outcome, Exchange exchange, boolean list) {
        if (outcome instanceof Outcome.Fail fail) {
            throw new FieldFailure(fail.failure().publicMessage());
        }
        if (!exchange.hasResponse()) {
            return null;
        }
        MessageBody body = exchange.response().body();
        int status = exchange.response().status();
        if (status >= 400) {
            body.discard();
            throw new FieldFailure("The data source answered with status " + status + ".");
        }
        BytesBody bytes = body.inMemory();
        if (bytes == null) {
            body.discard();
            throw new FieldFailure("The data source's response was not read.");
        }
        JsonNode value = JsonValues.parse(bytes);
        if (list && value != null && value.path("items").isArray()) {
            return JsonValues.value(value.path("items"));
        }
        return JsonValues.value(value);
    }
}
