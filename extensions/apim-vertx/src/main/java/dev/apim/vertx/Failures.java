package dev.apim.vertx;

import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import javax.net.ssl.SSLException;

/** Says in the words of the contract what went wrong on a connection. */
final class Failures {
    private Failures() {}

    static BackendException connecting(Origin origin, Throwable cause) {
        if (cause instanceof BackendException known) {
            return known;
        }
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SSLException) {
                return new BackendException(
                        Kind.TLS, "TLS with " + origin + " could not be agreed on: " + t.getMessage(), cause);
            }
        }
        return new BackendException(Kind.CONNECTION, "No connection to " + origin + ": " + cause.getMessage(), cause);
    }

    /** The request's own body broke off. */
    static BackendException body(Origin origin, Throwable cause) {
        return cause instanceof BackendException known
                ? known
                : new BackendException(Kind.CONNECTION, "The body of the request to " + origin + " broke off.", cause);
    }

    static BackendException broken(Origin origin, String detail) {
        return new BackendException(Kind.CONNECTION, "The connection to " + origin + " broke: " + detail, null);
    }

    static BackendException malformed(Origin origin, String detail) {
        return new BackendException(Kind.MALFORMED, "The response of " + origin + " is not valid: " + detail, null);
    }
}
