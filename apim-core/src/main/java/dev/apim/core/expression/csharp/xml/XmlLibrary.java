package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LINQ to XML. Types that others derive from come behind those, so that a value is found to be of its own type. */
public final class XmlLibrary implements Library {
    /** {@code SaveOptions}. */
    static final EnumValue.Type SAVE =
            options("System.Xml.Linq.SaveOptions", "DisableFormatting", "OmitDuplicateNamespaces");

    /** {@code LoadOptions}. */
    static final EnumValue.Type LOAD =
            options("System.Xml.Linq.LoadOptions", "PreserveWhitespace", "SetBaseUri", "SetLineInfo");

    /** It keeps no state. */
    public XmlLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {
        String linq = "System.Xml.Linq.";
        types.type(linq + "XElement", Kind.CLASS, XElement.class, ElementType::define)
                .type(linq + "XDocument", Kind.CLASS, XDocument.class, DocumentType::define)
                .type(linq + "XCData", Kind.CLASS, XCData.class, LeafTypes::data)
                .type(linq + "XText", Kind.CLASS, XText.class, LeafTypes::text)
                .type(linq + "XComment", Kind.CLASS, XComment.class, LeafTypes::comment)
                .type(linq + "XProcessingInstruction", Kind.CLASS, XInstruction.class, LeafTypes::instruction)
                .type(linq + "XDocumentType", Kind.CLASS, XDocumentType.class, LeafTypes::documentType)
                .type(linq + "XAttribute", Kind.CLASS, XAttribute.class, LeafTypes::attribute)
                .type(linq + "XContainer", Kind.CLASS, XContainer.class, ContainerType::define)
                .type(linq + "XNode", Kind.CLASS, XNode.class, NodeTypes::node)
                .type(linq + "XObject", Kind.CLASS, XObject.class, NodeTypes::object)
                .type(linq + "XDeclaration", Kind.CLASS, XDeclaration.class, LeafTypes::declaration)
                .type(linq + "XName", Kind.CLASS, XName.class, LeafTypes::name)
                .type(linq + "XNamespace", Kind.CLASS, XNamespace.class, LeafTypes::namespace)
                .type(linq + "XNodeDocumentOrderComparer", Kind.CLASS, Order.class, XmlLibrary::order)
                .type(linq + "XNodeEqualityComparer", Kind.CLASS, DeepEquality.class, XmlLibrary::equality)
                // .NET's own name of it, Extensions, is Newtonsoft's class of extensions too, and nobody names either.
                .extensions(linq + "XmlExtensions", ExtensionsType::define)
                .enumeration(SAVE)
                .enumeration(LOAD)
                .enumeration(NodeKind.TYPE);
        DomTypes.register(types);
        types.type("System.Xml.XmlReader", Kind.CLASS, ReaderValue.class, ReaderType::define);
        types.refused(linq + "XStreamingElement", "use XElement");
    }

    private static void order(TypeBuilder type) {
        type.base("IComparer<XNode>", "IComparer")
                .method("()", Order::new)
                .method(
                        "int Compare(XNode x, XNode y)",
                        (Comparer self, @Nullable Object x, @Nullable Object y) -> self.compare(x, y));
    }

    private static void equality(TypeBuilder type) {
        type.base("IEqualityComparer<XNode>", "IEqualityComparer")
                .method("()", DeepEquality::new)
                .method(
                        "bool Equals(XNode x, XNode y)",
                        (Comparer self, @Nullable Object x, @Nullable Object y) -> self.equal(x, y))
                .method("int GetHashCode(XNode obj)", (Comparer self, @Nullable Object node) -> self.hash(node));
    }

    private static EnumValue.Type options(String name, String... flags) {
        Map<String, Long> members = new LinkedHashMap<>();
        members.put("None", 0L);
        for (int i = 0; i < flags.length; i++) {
            members.put(flags[i], 1L << i);
        }
        return new EnumValue.Type(name, members, true);
    }
}
