package dev.apim.core.expression.csharp.xml;

/** Text; {@code XCData} is a text too. */
sealed interface XText extends XNode permits XPlainText, XCData {
    String value();

    void value(String value);
}
