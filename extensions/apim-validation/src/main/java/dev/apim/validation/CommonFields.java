package dev.apim.validation;

import java.util.Locale;
import java.util.Set;

/**
 * Fields that no API describes, because HTTP or the gateway itself needs them: OpenAPI leaves some out by rule, others come and go on
 * the way. They are not called unspecified unless the policy names them.
 */
final class CommonFields {
    private static final Set<String> REQUEST = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept",
            "content-type",
            "authorization",
            "content-encoding");
    private static final Set<String> RESPONSE = Set.of(
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "trailer",
            "date",
            "content-type",
            "content-encoding");

    private CommonFields() {}

    static boolean holds(Side side, String name) {
        return (side == Side.REQUEST ? REQUEST : RESPONSE).contains(name.toLowerCase(Locale.ROOT));
    }
}
