package dev.apim.runner.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request, through the logger {@code apim.access} at level info: peer, method, target, status, bytes, microseconds. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("apim.access");

    private final Set<String> secrets;

    AccessLog(Set<String> secretParameters) {
        secrets =
                secretParameters.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean isOn() {
        return LOG.isInfoEnabled();
    }

    void write(String peer, String method, String target, int status, long bytes, long micros) {
        LOG.info("{} {} {} {} {} {}", peer, method, redacted(target), status, bytes, micros);
    }

    /** The target with the values of secret parameters hidden. */
    String redacted(String target) {
        int question = target.indexOf('?');
        if (question < 0) {
            return target;
        }
        StringBuilder shown = new StringBuilder(target.length()).append(target, 0, question);
        char separator = '?';
        for (String parameter : target.substring(question + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            boolean secret = equals >= 0 && secrets.contains(decoded(parameter.substring(0, equals)));
            shown.append(separator).append(secret ? parameter.substring(0, equals + 1) + "***" : parameter);
            separator = '&';
        }
        return shown.toString();
    }

    /** In lower case; an escape that is none stays. */
    private static String decoded(String name) {
        if (name.indexOf('%') < 0) {
            return name.toLowerCase(Locale.ROOT);
        }
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            int high = i + 2 < name.length() && name.charAt(i) == '%' ? Character.digit(name.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(name.charAt(i + 2), 16);
            plain.append(low < 0 ? name.charAt(i) : (char) (high << 4 | low));
            i += low < 0 ? 0 : 2;
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
