package dev.apim.core.pipeline;

import dev.apim.http.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes secrets out of text that people will read: values of secret named values become {@code {{name}}}, credentials in fields and
 * query parameters become {@code ***}. Immutable.
 */
public final class Redactor {
    private static final String HIDDEN = "***";
    private static final Set<String> FIELDS = Set.of(
            "authorization",
            "proxy-authorization",
            "ocp-apim-subscription-key",
            "cookie",
            "set-cookie",
            "x-api-key",
            "api-key");

    private static final Set<String> PARAMETERS = Set.of(
            "subscription-key",
            "ocp-apim-subscription-key",
            "api_key",
            "api-key",
            "apikey",
            "access_token",
            "client_secret",
            "password",
            "sig");

    private final List<Map.Entry<String, String>> secrets;

    /** Knows these secrets: value to the name it is shown by. Values shorter than four characters cannot be told from other text. */
    public Redactor(Map<String, String> namesByValue) {
        this.secrets = namesByValue.entrySet().stream()
                .filter(e -> e.getKey().length() >= 4)
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList();
    }

    /** The text without the secrets. */
    public String text(String text) {
        String shown = text;
        for (Map.Entry<String, String> secret : secrets) {
            shown = shown.replace(secret.getKey(), secret.getValue());
        }
        return shown;
    }

    /** A URL without secrets: the values of parameters that carry credentials are hidden, however their names are written. */
    public String url(String url, String keyParameter) {
        int question = url.indexOf('?');
        if (question < 0) {
            return text(url);
        }
        StringBuilder shown = new StringBuilder(url.length()).append(url, 0, question);
        char separator = '?';
        for (QueryParameters.Parameter parameter :
                QueryParameters.parse(url.substring(question + 1)).list()) {
            String name = parameter.name().toLowerCase(Locale.ROOT);
            boolean secret = PARAMETERS.contains(name) || name.equalsIgnoreCase(keyParameter);
            shown.append(separator).append(secret ? parameter.name() + "=" + HIDDEN : parameter.raw());
            separator = '&';
        }
        return text(shown.toString());
    }

    /** The value of a field, hidden where the field carries credentials. */
    public String field(String name, String value) {
        return FIELDS.contains(name.toLowerCase(Locale.ROOT)) ? HIDDEN : text(value);
    }
}
