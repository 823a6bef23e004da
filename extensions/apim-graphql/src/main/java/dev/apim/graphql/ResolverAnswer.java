package dev.apim.graphql;

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
     * @throws FieldFailure when there is none
     */
    static @Nullable Object of(Outcome outcome, Exchange exchange) {
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
        return JsonValues.value(JsonValues.parse(bytes));
    }
}
