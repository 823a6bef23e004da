package dev.apim.runner.threats;

import java.util.ArrayList;
import java.util.List;

/** XML written to read files, to reach servers or to exhaust memory. */
final class HostileXml {
    private static final List<String> TARGETS = List.of(
            "file:///etc/passwd",
            "file:///dev/random",
            "http://127.0.0.1:%d/x",
            "https://127.0.0.1:%d/x",
            "ftp://127.0.0.1:%d/x",
            "jar:http://127.0.0.1:%d/x.jar!/y",
            "netdoc:///etc/passwd",
            "\\\\127.0.0.1\\share\\x",
            "../../etc/passwd",
            "data:text/plain,x");

    private static final List<String> DOCTYPES = List.of(
            "<!DOCTYPE r SYSTEM \"%s\"><r/>",
            "<!DOCTYPE r PUBLIC \"-//X//Y//EN\" \"%s\"><r/>",
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"%s\">]><r>&x;</r>",
            "<!DOCTYPE r [<!ENTITY x PUBLIC \"p\" \"%s\">]><r a=\"&x;\"/>",
            "<!DOCTYPE r [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><r/>",
            "<!DOCTYPE r [<!ENTITY %% a \"<!ENTITY b SYSTEM '%s'>\"> %%a;]><r>&b;</r>",
            "<!DOCTYPE r [<!NOTATION n SYSTEM \"%1$s\"><!ENTITY x SYSTEM \"%1$s\" NDATA n>]><r/>",
            "<!DOCTYPE r [<!ELEMENT r ANY><!ATTLIST r a CDATA \"%s\">]><r/>",
            "<?xml version=\"1.0\"?>\n<!-- c -->\n<?p i?>\n<!DOCTYPE r SYSTEM \"%s\"><r/>",
            "<r><!DOCTYPE x SYSTEM \"%s\"></r>",
            "<r><!ENTITY x SYSTEM \"%s\">&x;</r>",
            "<!doctype r SYSTEM \"%s\"><r/>");

    /** Without a document type: what they name is never looked for. */
    private static final List<String> HINTS = List.of(
            "<r xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%s\" parse=\"text\"/></r>",
            "<r xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"%s\"/>",
            "<r xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x %s\"/>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"%s\"?><r/>",
            "<?xml-model href=\"%s\"?><r/>");

    private HostileXml() {}

    /** With a document type, or what only stands in one. */
    static List<String> doctypes(int port) {
        return all(DOCTYPES, port);
    }

    static List<String> hints(int port) {
        return all(HINTS, port);
    }

    private static List<String> all(List<String> shapes, int port) {
        List<String> documents = new ArrayList<>();
        for (String shape : shapes) {
            TARGETS.forEach(target -> documents.add(String.format(shape, String.format(target, port))));
        }
        return documents;
    }

    /** Small enough to be read, and more than they seem. */
    static List<String> bombs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"");
            laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        StringBuilder attributes = new StringBuilder("<r");
        for (int i = 0; i < 150_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        return List.of(
                laughs.append("]><r>&l9;</r>").toString(),
                "<!DOCTYPE r [<!ENTITY a \"" + "a".repeat(50_000) + "\">]><r>" + "&a;".repeat(50_000) + "</r>",
                attributes.append("/>").toString(),
                "<a>".repeat(100_000) + "</a>".repeat(100_000),
                "<a>".repeat(500_000),
                "<" + "a".repeat(1_500_000) + "/>");
    }
}
