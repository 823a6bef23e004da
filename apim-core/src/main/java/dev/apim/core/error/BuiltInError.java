package dev.apim.core.error;

import dev.apim.http.Headers;
import dev.apim.model.Api;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.policy.LastError;
import dev.apim.policy.PolicyFailure;

/**
 * A failure of a built-in step of the gateway (Azure: built-in step errors).
 *
 * @param lastError what {@code on-error} sees
 * @param failure what the caller gets, unless {@code on-error} makes it something else
 */
public record BuiltInError(LastError lastError, PolicyFailure failure) {
    private static final String NO_OPERATION = "Unable to match incoming request to an operation.";
    private static final String NO_KEY = "Access denied due to missing subscription key. "
            + "Make sure to include subscription key when making requests to this API.";
    private static final String WRONG_KEY = "Access denied due to invalid subscription key. "
            + "Make sure to provide a valid key for an active subscription.";

    /** No API, or no operation of it, answers: 404. */
    public static BuiltInError operationNotFound() {
        return of(
                "configuration",
                new PolicyFailure(404, "OperationNotFound", NO_OPERATION, "Resource not found", new Headers()));
    }

    /** The request target or another part of the head is malformed: 400, which ends the request without {@code on-error}. */
    public static BuiltInError badRequest(String message) {
        return of("configuration", PolicyFailure.of(400, "BadRequest", message));
    }

    /**
     * The API needs a key and there is none: 401.
     *
     * @param host as the caller named it, with its port
     */
    public static BuiltInError subscriptionKeyNotFound(String host, Api api) {
        return unauthorized("SubscriptionKeyNotFound", NO_KEY, host, api);
    }

    /**
     * The key opens nothing here: 401.
     *
     * @param host as the caller named it, with its port
     */
    public static BuiltInError subscriptionKeyInvalid(String host, Api api) {
        return unauthorized("SubscriptionKeyInvalid", WRONG_KEY, host, api);
    }

    /**
     * Something of ours failed: 500; the caller learns no more than the request's number.
     *
     * @param source the policy's element name or the built-in step
     * @param message for {@code on-error} and the log, without secrets
     */
    public static BuiltInError internal(String source, String reason, String message) {
        return of(source, PolicyFailure.internal(reason, message));
    }

    /**
     * The response's body.
     *
     * @param activityId the request's number, which only a 500 tells
     */
    public String body(String activityId) {
        return ErrorBody.of(failure.status(), failure.publicMessage(), failure.status() == 500 ? activityId : null);
    }

    private static BuiltInError unauthorized(String reason, String message, String host, Api api) {
        Headers headers = new Headers(1).add("WWW-Authenticate", challenge(host, api));
        return of("authorization", new PolicyFailure(401, reason, message, message, headers));
    }

    private static BuiltInError of(String source, PolicyFailure failure) {
        return new BuiltInError(
                new LastError(source, failure.reason(), failure.message(), null, null, null, null), failure);
    }

    private static String challenge(String host, Api api) {
        SubscriptionKeyParameterNames names = api.subscriptionKeyParameterNames();
        return "AzureApiManagementKey realm=\"" + quotable("https://" + host + "/" + api.path()) + "\",name=\""
                + quotable(names.header()) + "\",type=\"header\"";
    }

    /** What may stand in a quoted string (RFC 9110 §5.6.4), so that no configured name ends it or the field. */
    private static String quotable(String text) {
        StringBuilder quotable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quotable.append('\\');
            }
            if (c >= ' ' && c < 0x7f) {
                quotable.append(c);
            }
        }
        return quotable.toString();
    }
}
