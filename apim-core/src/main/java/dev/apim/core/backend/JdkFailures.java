package dev.apim.core.backend;

import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.http.Url;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in the words of the contract what went wrong in the JDK's client. Its own messages may show what was received, so few are repeated. */
final class JdkFailures {
    private JdkFailures() {}

    /** Before the response head; {@code body} is what broke the request's body off, if that was it. */
    static BackendException of(Url url, @Nullable Throwable body, @Nullable Throwable failure) {
        if (body != null) {
            return body instanceof BackendException known
                    ? known
                    : new BackendException(
                            Kind.CONNECTION, "The body of the request to " + url.authority() + " broke off.", body);
        }
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SSLException) {
                return new BackendException(
                        Kind.TLS, "TLS with " + url.authority() + " could not be agreed on: " + t.getMessage(), cause);
            }
            if (t instanceof UnresolvedAddressException) {
                return connection(url, "the name does not resolve", cause);
            }
            if (t instanceof ConnectException) {
                return connection(url, "connecting failed", cause);
            }
            if (t instanceof ProtocolException) {
                return malformed(url, "it breaks the protocol", cause);
            }
        }
        return new BackendException(
                Kind.CONNECTION, "The connection to " + url.authority() + " broke before a response.", cause);
    }

    /** A response that is none, or not whole. */
    static BackendException malformed(Url url, String detail, @Nullable Throwable cause) {
        return new BackendException(
                Kind.MALFORMED, "The response of " + url.authority() + " is not valid: " + detail + ".", cause);
    }

    private static BackendException connection(Url url, String detail, @Nullable Throwable cause) {
        return new BackendException(Kind.CONNECTION, "No connection to " + url.authority() + ": " + detail + ".", cause);
    }
}
