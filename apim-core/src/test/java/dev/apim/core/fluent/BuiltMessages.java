package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;

import java.util.stream.Stream;

/** What changes messages, built. */
final class BuiltMessages {
    private BuiltMessages() {}

    static Stream<Built> policies() {
        return Stream.of(
                new Built(setBody("@{ return \"a\"; }"), "set-body\"@{ return \"a\"; }\""),
                new Built(setHeader("X-Gateway").value("apim"), "set-header[name=X-Gateway](value\"apim\")"),
                new Built(setMethod("POST"), "set-method\"POST\""),
                new Built(setQueryParameter("q").value("1"), "set-query-parameter[name=q](value\"1\")"),
                new Built(setStatus("@(200)").reason("OK"), "set-status[code=@(200),reason=OK]"),
                new Built(setVariable("a", "@(1)"), "set-variable[name=a,value=@(1)]"),
                new Built(
                        findAndReplace("http://old.test", "@(context.Api.Path)"),
                        "find-and-replace[from=http://old.test,to=@(context.Api.Path)]"),
                new Built(redirectContentUrls(), "redirect-content-urls"),
                new Built(jsonp("callback"), "jsonp[callback-parameter-name=callback]"),
                new Built(
                        jsonToXml("always")
                                .considerAcceptHeader(false)
                                .parseDate(false)
                                .namespaceSeparator(":")
                                .namespacePrefix("xmlns")
                                .attributeBlockName("#attrs"),
                        "json-to-xml[apply=always,consider-accept-header=false,parse-date=false,namespace-separator=:,"
                                + "namespace-prefix=xmlns,attribute-block-name=#attrs]"),
                new Built(
                        xmlToJson("direct", "content-type-xml")
                                .considerAcceptHeader("@(true)")
                                .alwaysArrayChildElements(true),
                        "xml-to-json[kind=direct,apply=content-type-xml,consider-accept-header=@(true),"
                                + "always-array-child-elements=true]"),
                new Built(
                        xslTransform()
                                .stylesheet(
                                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xsl:stylesheet version=\"1.0\""
                                                + " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:param name=\"who\"/>"
                                                + "<xsl:template match=\"/\"><a/></xsl:template></xsl:stylesheet>")
                                .parameter(who -> who.name("who").text("@(context.User.Id)")),
                        "xsl-transform(parameter[name=who]\"@(context.User.Id)\" xsl:stylesheet[version=1.0,"
                                + "xmlns:xsl=http://www.w3.org/1999/XSL/Transform](xsl:param[name=who] xsl:template[match=/](a)))"));
    }
}
