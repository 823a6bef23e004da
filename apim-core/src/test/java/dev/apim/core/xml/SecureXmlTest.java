package dev.apim.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

final class SecureXmlTest {
    private static final String SHEET =
            "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>%s</xsl:stylesheet>";

    @Test
    void ordinaryDocumentsAreReadWithTheirNamespaces() throws Exception {
        Document document = SecureXml.documentBuilder().parse(SecureXml.input("<a:b xmlns:a='u'>&lt;c</a:b>"));
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("u");
        assertThat(document.getDocumentElement().getTextContent()).isEqualTo("<c");
    }

    @Test
    void aDoctypeIsRefusedByEveryParser() {
        String document = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
        assertThatThrownBy(() -> SecureXml.documentBuilder().parse(SecureXml.input(document)))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> SecureXml.saxParser().parse(SecureXml.input(document), new DefaultHandler()))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> {
                    XMLStreamReader reader = SecureXml.inputFactory().createXMLStreamReader(new StringReader(document));
                    while (reader.hasNext()) {
                        reader.next();
                    }
                })
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void depthAndAttributesAreLimited() {
        assertThatThrownBy(() -> SecureXml.documentBuilder().parse(SecureXml.input("<a>".repeat(300))))
                .hasMessageContaining("256");
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 300; i++) {
            attributes.append(" b").append(i).append("=''");
        }
        assertThatThrownBy(() -> SecureXml.saxParser().parse(SecureXml.input(attributes + "/>"), new DefaultHandler()))
                .hasMessageContaining("256");
    }

    @Test
    void aStylesheetReadsNoOtherDocument(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<s>S3CR3T</s>");
        String reads = String.format(
                SHEET,
                "<xsl:template match='/'><xsl:value-of select=\"document('" + secret.toUri() + "')\"/></xsl:template>");
        StringWriter out = new StringWriter();
        try {
            SecureXml.transformerFactory()
                    .newTransformer(new StreamSource(new StringReader(reads)))
                    .transform(new StreamSource(new StringReader("<a/>")), new StreamResult(out));
        } catch (TransformerException refused) {
            assertThat(refused.getMessage()).doesNotContain("S3CR3T");
        }
        assertThat(out.toString()).doesNotContain("S3CR3T");
        String includes = String.format(SHEET, "<xsl:include href='" + secret.toUri() + "'/>");
        assertThatThrownBy(
                        () -> SecureXml.transformerFactory().newTemplates(new StreamSource(new StringReader(includes))))
                .isInstanceOf(TransformerException.class);
    }

    @Test
    void aStylesheetCallsNoJava() {
        String calls = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                + " xmlns:r='http://xml.apache.org/xalan/java/java.lang.Runtime'>"
                + "<xsl:template match='/'><xsl:value-of select='r:getRuntime()'/></xsl:template></xsl:stylesheet>";
        assertThatThrownBy(() -> SecureXml.transformerFactory()
                        .newTransformer(new StreamSource(new StringReader(calls)))
                        .transform(new StreamSource(new StringReader("<a/>")), new StreamResult(new StringWriter())))
                .isInstanceOf(TransformerException.class);
    }

    @Test
    void aSchemaIncludesNoOtherFile(@TempDir Path folder) throws Exception {
        Path other =
                Files.writeString(folder.resolve("o.xsd"), "<x:schema xmlns:x='http://www.w3.org/2001/XMLSchema'/>");
        String schema = "<x:schema xmlns:x='http://www.w3.org/2001/XMLSchema'><x:include schemaLocation='"
                + other.toUri() + "'/><x:element name='a'/></x:schema>";
        assertThatThrownBy(() -> SecureXml.schemaFactory().newSchema(new StreamSource(new StringReader(schema))))
                .isInstanceOf(SAXException.class);
    }
}
