package dev.apim.core.policies.message;

import dev.apim.http.Headers;
import dev.apim.policy.PolicyFailure;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One write of a header, evaluated and checked.
 *
 * @param name of the header
 * @param action where it is there already
 * @param values one for each field to write: several only where the header is one that is repeated
 * @param problem why it cannot be written, or {@code null}
 */
record HeaderWrite(
        String name,
        ExistsAction action,
        List<String> values,
        @Nullable PolicyFailure problem) {
    private static final Set<String> REPEATED = Set.of(
            "user-agent",
            "www-authenticate",
            "proxy-authenticate",
            "cookie",
            "set-cookie",
            "warning",
            "date",
            "expires",
            "if-modified-since",
            "if-unmodified-since",
            "last-modified",
            "retry-after");
    private static final Set<String> FIXED = Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

    /** Joins the values unless the header is sent once for each. Does nothing to headers that a policy cannot change. */
    static HeaderWrite of(String name, ExistsAction action, List<String> values) {
        PolicyFailure problem = FieldSyntax.problem(name, "");
        for (int i = 0; problem == null && i < values.size(); i++) {
            problem = FieldSyntax.problem(name, values.get(i));
        }
        if (problem != null) {
            return failed(problem);
        }
        if (isFixed(name, action)) {
            return new HeaderWrite(name, ExistsAction.SKIP, List.of(), null);
        }
        boolean join = values.size() > 1 && !isRepeated(name);
        return new HeaderWrite(name, action, join ? List.of(String.join(",", values)) : List.copyOf(values), null);
    }

    static HeaderWrite failed(PolicyFailure problem) {
        return new HeaderWrite("", ExistsAction.SKIP, List.of(), problem);
    }

    /** Whether it leaves a value of its own under this name. */
    boolean puts(String header) {
        boolean writes = action == ExistsAction.OVERRIDE || action == ExistsAction.APPEND;
        return writes && !values.isEmpty() && name.length() == header.length() && name.equalsIgnoreCase(header);
    }

    /** Whether a policy cannot do that to the header: framing is the gateway's, and {@code Server} stays. */
    static boolean isFixed(String name, ExistsAction action) {
        String lower = name.toLowerCase(Locale.ROOT);
        return FIXED.contains(lower) || action == ExistsAction.DELETE && lower.equals("server");
    }

    void to(Headers headers) {
        switch (action) {
            case DELETE -> headers.remove(name);
            case SKIP -> {
                if (!headers.contains(name)) {
                    add(headers, 0);
                }
            }
            case OVERRIDE -> override(headers);
            case APPEND -> append(headers);
        }
    }

    private void override(Headers headers) {
        if (values.isEmpty()) {
            headers.remove(name);
        } else {
            headers.set(name, values.get(0));
            add(headers, 1);
        }
    }

    private void append(Headers headers) {
        String before = isRepeated(name) ? null : headers.joined(name);
        if (before == null || values.isEmpty()) {
            add(headers, 0);
        } else {
            headers.set(name, before + "," + values.get(0));
        }
    }

    private void add(Headers headers, int from) {
        for (int i = from; i < values.size(); i++) {
            headers.add(name, values.get(i));
        }
    }

    private static boolean isRepeated(String name) {
        return REPEATED.contains(name.toLowerCase(Locale.ROOT));
    }
}
