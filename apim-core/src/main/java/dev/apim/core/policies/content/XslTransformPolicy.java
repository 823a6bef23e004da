package dev.apim.core.policies.content;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import org.jspecify.annotations.Nullable;

/** Transforms an XML or JSON body by an XSLT 1.0 stylesheet (Azure: xsl-transform). */
final class XslTransformPolicy implements PolicyType {
    private static final String[] ROOTS = {"xsl:stylesheet", "xsl:transform"};

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("xsl-transform", "Transforms the body by an XSLT 1.0 stylesheet.")
                .sections(Section.INBOUND, Section.OUTBOUND, Section.ON_ERROR)
                .children(
                        ElementSpec.of("parameter", "The value of an xsl:param.")
                                .attributes(AttributeSpec.of("name", Type.STRING, "Of the xsl:param.")
                                        .mandatory())
                                .content(ElementSpec.Content.EXPRESSION, Type.ANY),
                        root(ROOTS[0]),
                        root(ROOTS[1]));
    }

    private static ElementSpec root(String name) {
        return ElementSpec.of(name, "The stylesheet.")
                .attributes(
                        AttributeSpec.of("version", Type.STRING, "1.0."),
                        AttributeSpec.of("exclude-result-prefixes", Type.STRING, "As in XSLT."),
                        AttributeSpec.of("extension-element-prefixes", Type.STRING, "As in XSLT; none is known."))
                .content(ElementSpec.Content.RAW, Type.ANY)
                .occurs(0, 1);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.unbounded();
        Map<String, Expression<Object>> parameters = new LinkedHashMap<>();
        for (PolicyElement parameter : element.children("parameter")) {
            parameters.put(
                    Objects.requireNonNullElse(context.literal(parameter, "name", String.class), ""),
                    context.text(parameter, Object.class));
        }
        return new XslTransform(stylesheet(element, context), parameters, Content.Side.of(context));
    }

    private static @Nullable Stylesheet stylesheet(PolicyElement element, CompileContext context) {
        Optional<PolicyElement> root =
                Stream.of(ROOTS).flatMap(name -> element.child(name).stream()).findFirst();
        if (root.isEmpty()) {
            context.error(
                    element.position(),
                    "<xsl-transform> has no stylesheet: expected <xsl:stylesheet version=\"1.0\""
                            + " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">, add it");
            return null;
        }
        try {
            return Stylesheet.compile(text(element.content().text(), root.get().name()));
        } catch (TransformerException e) {
            context.error(root.get().position(), "the stylesheet cannot be compiled: " + e.getMessage());
            return null;
        }
    }

    /** From the first of its tags to the last, as written. */
    private static String text(String content, String name) {
        int from = content.indexOf("<" + name);
        String end = "</" + name;
        int to = content.lastIndexOf(end);
        int stop = to < 0 ? content.lastIndexOf("/>") + 2 : content.indexOf('>', to) + 1;
        return from < 0 || stop <= from ? "" : content.substring(from, stop);
    }
}
