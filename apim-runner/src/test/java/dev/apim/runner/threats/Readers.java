package dev.apim.runner.threats;

import java.util.List;

/** The policies that read bodies. */
final class Readers {
    private static final String XSL =
            "<xsl-transform><xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                    + "<xsl:template match='/'><o><xsl:value-of select='.'/></o></xsl:template></xsl:stylesheet></xsl-transform>";

    private Readers() {}

    /** What parses XML. */
    static List<HostileReader> xml() {
        return List.of(
                new HostileReader(
                        "xml-to-json",
                        "application/xml",
                        "<xml-to-json kind='direct' apply='always' consider-accept-header='false'/>"),
                new HostileReader("xsl-transform", "application/xml", XSL),
                content("xml", "application/xml", "xsd"),
                content("soap", "text/xml", "xsd"),
                new HostileReader("liquid", "application/xml", "<set-body template='liquid'>{{body.r}}</set-body>"));
    }

    /** What needs JSON to do anything. */
    static List<HostileReader> json() {
        return List.of(
                new HostileReader(
                        "json-to-xml",
                        "application/json",
                        "<json-to-xml apply='always' consider-accept-header='false'/>"),
                new HostileReader("xsl-transform", "application/json", XSL),
                content("json", "application/json", "json"),
                new HostileReader("liquid", "application/json", "<set-body template='liquid'>{{body.a}}</set-body>"));
    }

    /** What looks into JSON where there is some, and lets all else be. */
    static List<HostileReader> lookers() {
        return List.of(
                new HostileReader(
                        "llm-token-limit",
                        "application/json",
                        "<llm-token-limit counter-key='k' tokens-per-minute='100000000' estimate-prompt-tokens='true'/>"),
                new HostileReader(
                        "llm-emit-token-metric",
                        "application/json",
                        "<llm-emit-token-metric namespace='n'><dimension name='API ID'/></llm-emit-token-metric>"));
    }

    static HostileReader findAndReplace() {
        return new HostileReader(
                "find-and-replace", "application/json", "<find-and-replace from='nowhere to be found' to='b'/>");
    }

    private static HostileReader content(String as, String type, String schema) {
        return new HostileReader(
                "validate-content " + as,
                type,
                "<validate-content unspecified-content-type-action='prevent' max-size='4194304'"
                        + " size-exceeded-action='prevent'><content validate-as='" + as + "' type='" + type
                        + "' schema-id='" + schema + "' action='prevent'/></validate-content>");
    }
}
