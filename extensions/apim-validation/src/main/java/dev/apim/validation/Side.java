package dev.apim.validation;

import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Exchange;
import dev.apim.policy.Section;

/** Which message is validated: the request in inbound, the response elsewhere. */
enum Side {
    /** The caller's fault: 400. */
    REQUEST("Request", 400, "Bad request", BodyUse.REQUEST),
    /** The backend's fault, of which the caller learns nothing: 502. */
    RESPONSE("Response", 502, "Response not allowed", BodyUse.RESPONSE);

    final String noun;
    final int status;
    final String reason;
    final BodyUse use;

    Side(String noun, int status, String reason, BodyUse use) {
        this.noun = noun;
        this.status = status;
        this.reason = reason;
        this.use = use;
    }

    static Side of(Section section) {
        return section == Section.INBOUND ? REQUEST : RESPONSE;
    }

    /** As in the texts: {@code Body of the request}. */
    String inText() {
        return noun.toLowerCase(java.util.Locale.ROOT);
    }

    Headers headers(Exchange exchange) {
        return this == REQUEST
                ? exchange.request().headers()
                : exchange.response().headers();
    }

    MessageBody body(Exchange exchange) {
        return this == REQUEST ? exchange.request().body() : exchange.response().body();
    }
}
