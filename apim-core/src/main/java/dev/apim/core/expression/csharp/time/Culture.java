package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * .NET's {@code CultureInfo}. Whatever its name, numbers and dates are written as the invariant culture writes them. Immutable.
 *
 * @param name empty of the invariant culture
 */
public record Culture(String name) implements Provider {
    /** The culture of everything. */
    public static final Culture INVARIANT = new Culture("");

    private static final Map<String, Culture> KNOWN = known();

    /**
     * The culture of a name.
     *
     * @throws DotNetException a {@code CultureNotFoundException} of one that nobody knows
     */
    public static Culture of(String name) {
        Culture culture = KNOWN.get(name.toLowerCase(Locale.ROOT));
        if (culture == null) {
            throw new DotNetException(
                    "System.Globalization.CultureNotFoundException",
                    "Culture is not supported. (Parameter 'name')\n" + name + " is an invalid culture identifier.");
        }
        return culture;
    }

    private static Map<String, Culture> known() {
        Map<String, Culture> known = new HashMap<>();
        Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> locale.getVariant().isEmpty()
                        && locale.getExtensionKeys().isEmpty())
                .filter(locale -> !locale.getLanguage().isEmpty())
                .map(Locale::toLanguageTag)
                .forEach(tag -> known.put(tag.toLowerCase(Locale.ROOT), new Culture(tag)));
        known.put("", INVARIANT);
        return known;
    }

    Locale locale() {
        return Locale.forLanguageTag(name);
    }

    String englishName() {
        return name.isEmpty() ? "Invariant Language (Invariant Country)" : locale().getDisplayName(Locale.ENGLISH);
    }

    String nativeName() {
        return name.isEmpty() ? englishName() : locale().getDisplayName(locale());
    }

    String language() {
        return name.isEmpty() ? "iv" : locale().getLanguage();
    }

    String longLanguage() {
        return name.isEmpty() ? "ivl" : locale().getISO3Language();
    }

    Culture parent() {
        int dash = name.lastIndexOf('-');
        return dash < 0 ? INVARIANT : KNOWN.getOrDefault(name.substring(0, dash).toLowerCase(Locale.ROOT), INVARIANT);
    }

    boolean isNeutral() {
        return !name.isEmpty() && locale().getCountry().isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
