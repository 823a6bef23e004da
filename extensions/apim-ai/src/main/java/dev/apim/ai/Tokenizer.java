package dev.apim.ai;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;
import java.util.Locale;

/**
 * Counts tokens as a model does. Its vocabulary is read when a model of its kind is first used, which takes some hundred milliseconds.
 * Thread-safe.
 */
final class Tokenizer {
    private static final int STRETCH = 4_096;

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

    /** Parts of model and deployment names, the first that fits counts; Azure's deployments are often named after their model. */
    private static final List<Family> FAMILIES = List.of(
            new Family(EncodingType.O200K_BASE, "gpt-4o", "gpt-4.1", "gpt-41", "gpt-4.5", "gpt-45", "gpt-5", "gpt-oss"),
            new Family(EncodingType.CL100K_BASE, "gpt-4", "gpt-3.5", "gpt-35", "text-embedding-"),
            new Family(EncodingType.P50K_BASE, "text-davinci-00", "code-davinci", "code-cushman"),
            new Family(EncodingType.R50K_BASE, "davinci", "curie", "babbage", "ada"));

    private final Encoding encoding;

    private record Family(EncodingType type, String... names) {
        boolean holds(String model) {
            for (String name : names) {
                if (model.contains(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Tokenizer(Encoding encoding) {
        this.encoding = encoding;
    }

    /** For a model or deployment by name; a model of another maker is counted by the newest vocabulary, as an estimate. */
    static Tokenizer of(String model) {
        return new Tokenizer(REGISTRY.getEncoding(type(model)));
    }

    static EncodingType type(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(family -> family.holds(name))
                .findFirst()
                .map(Family::type)
                .orElse(EncodingType.O200K_BASE);
    }

    /**
     * The tokens of a text; what looks like a special token is text. A long text is counted in stretches that end between words, whose
     * sum is that of the whole within a token or two a stretch: the time then grows with the length alone.
     */
    int count(String text) {
        int tokens = 0;
        int at = 0;
        while (text.length() - at > STRETCH) {
            int end = endOfWord(text, at + STRETCH);
            tokens += encoding.countTokensOrdinary(text.substring(at, end));
            at = end;
        }
        return at == text.length() ? tokens : tokens + encoding.countTokensOrdinary(text.substring(at));
    }

    /** The last space of the stretch's second half, or the end of the stretch, no character cut. */
    private static int endOfWord(String text, int end) {
        for (int i = end; i > end - STRETCH / 2; i--) {
            if (text.charAt(i) == ' ' || text.charAt(i) == '\n') {
                return i;
            }
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
