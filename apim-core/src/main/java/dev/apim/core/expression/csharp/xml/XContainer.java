package dev.apim.core.expression.csharp.xml;

/** A node that holds nodes. */
sealed interface XContainer extends XNode permits XElement, XDocument {
    /** What it holds. */
    Children children();
}
