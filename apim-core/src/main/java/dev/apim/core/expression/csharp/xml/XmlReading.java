package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Objects;

/** Bodies of messages as XML. White space between tags is dropped, as {@code Load} of .NET does. */
public final class XmlReading {
    private XmlReading() {}

    /**
     * The {@code XElement} that a text is.
     *
     * @throws dev.apim.core.expression.csharp.value.DotNetException an {@code XmlException}
     */
    public static Object element(Evaluation evaluation, String text) {
        return Objects.requireNonNull(XmlParsing.parse(evaluation, text, false).root());
    }

    /**
     * The {@code XDocument} that a text is.
     *
     * @throws dev.apim.core.expression.csharp.value.DotNetException an {@code XmlException}
     */
    public static Object document(Evaluation evaluation, String text) {
        return XmlParsing.parse(evaluation, text, false);
    }
}
