package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a node is. */
enum NodeKind {
    ELEMENT("Element", 1),
    ATTRIBUTE("Attribute", 2),
    TEXT("Text", 3),
    CDATA("CDATA", 4),
    INSTRUCTION("ProcessingInstruction", 7),
    COMMENT("Comment", 8),
    DOCUMENT("Document", 9),
    DOCUMENT_TYPE("DocumentType", 10);

    /** {@code System.Xml.XmlNodeType}. */
    static final EnumValue.Type TYPE = new EnumValue.Type("System.Xml.XmlNodeType", names(), false);

    /** The number of white space between tags. */
    static final int WHITE_SPACE = 13;

    private final String shown;
    private final int number;

    NodeKind(String shown, int number) {
        this.shown = shown;
        this.number = number;
    }

    EnumValue value() {
        return TYPE.of(number);
    }

    /** As it is named in messages. */
    String shown() {
        return shown;
    }

    private static Map<String, Long> names() {
        List<String> all = List.of(
                "None",
                "Element",
                "Attribute",
                "Text",
                "CDATA",
                "EntityReference",
                "Entity",
                "ProcessingInstruction",
                "Comment",
                "Document",
                "DocumentType",
                "DocumentFragment",
                "Notation",
                "Whitespace",
                "SignificantWhitespace",
                "EndElement",
                "EndEntity",
                "XmlDeclaration");
        Map<String, Long> names = new LinkedHashMap<>();
        for (String name : all) {
            names.put(name, (long) names.size());
        }
        return names;
    }
}
