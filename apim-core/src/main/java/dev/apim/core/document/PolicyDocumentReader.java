package dev.apim.core.document;

import dev.apim.Issue;
import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.policy.PolicyElement;
import java.util.Optional;

/**
 * Reads policy documents as people write them. Most are not well-formed XML: expressions hold raw quotes, {@code <} and {@code &}.
 * So this is a parser of its own, which measures every expression as C# before it looks for the end of a value (Azure:
 * {@code rawxml}). It knows no DOCTYPE, no declared entities and nothing outside the text it is given.
 *
 * <p>Named values are replaced before expressions are read, also in their strings; but what a named value holds is never markup,
 * and is never itself searched for named values. Time and memory are linear in the length of the document.
 */
public final class PolicyDocumentReader {
    private PolicyDocumentReader() {}

    /**
     * Reads a document.
     *
     * @param source name for positions
     * @param issues takes every mistake found, with its place and an excerpt; never a named value's content
     * @return empty after an error, but for a named value that is not defined: its reference stays in the text, and the rest can be
     *     checked; what is not defined is among the issues all the same
     */
    public static Optional<ParsedDocument> read(String source, String text, ReaderOptions options, IssueSink issues) {
        int most = options.limits().fragmentBytes();
        if (Utf8.isLonger(text, most)) {
            issues.report(Issue.error(Position.startOf(source), Utf8.tooLong("the document", most)));
            return Optional.empty();
        }
        return read(SourceText.of(source, text), options, issues);
    }

    private static Optional<ParsedDocument> read(SourceText source, ReaderOptions options, IssueSink issues) {
        Mistakes mistakes = new Mistakes(source, issues);
        Substitution substitution =
                new Substitution(options.namedValues(), options.limits().substitutedChars(), mistakes);
        Markup markup = new Markup(source, options, mistakes, substitution);
        try {
            checkCharacters(source.text(), mistakes);
            PolicyElement root = markup.read();
            DocumentReferences references = new DocumentReferences(substitution.names(), markup.fragments());
            return mistakes.any() ? Optional.empty() : Optional.of(new ParsedDocument(root, references, source));
        } catch (Refusal reported) {
            return Optional.empty();
        }
    }

    private static void checkCharacters(String text, Mistakes mistakes) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (!Entity.isAllowed(c)) {
                throw mistakes.refusal(
                        i, String.format("found the character U+%04X, which XML does not allow; remove it", c));
            }
            if (c > 0xFFFF) {
                i++;
            }
        }
    }
}
