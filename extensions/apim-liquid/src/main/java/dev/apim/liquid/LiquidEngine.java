package dev.apim.liquid;

import dev.apim.template.DateFormat;
import dev.apim.template.Template;
import dev.apim.template.TemplateEngine;
import dev.apim.template.TemplateException;
import dev.apim.template.TextPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.parser.Flavor;
import liqp.parser.v4.NodeVisitor;

/**
 * Liquid as Azure API Management speaks it: DotLiquid's filters under their C# names, .NET's date formats, and the tag {@code
 * JSONArrayFor}. Templates include no other and reach nothing but their model. Thread-safe.
 */
public final class LiquidEngine implements TemplateEngine {
    private static final int MOST_ITERATIONS = 100_000;
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int LARGEST_TEMPLATE = 512 * 1024;

    private static final Set<String> KNOWN =
            filters((value, format) -> Optional.empty(), (text, pattern, other, once) -> text).stream()
                    .map(NetFilter::name)
                    .collect(Collectors.toUnmodifiableSet());

    /** Called by the service loader. */
    public LiquidEngine() {}

    @Override
    public String language() {
        return "liquid";
    }

    @Override
    public Template compile(String source, DateFormat dates, TextPattern patterns) {
        if (source.length() > LARGEST_TEMPLATE) {
            throw new TemplateException("it has more than " + LARGEST_TEMPLATE + " characters", 0, 0);
        }
        try {
            Set<String> unknown = FilterNames.of(source);
            unknown.removeAll(KNOWN);
            TemplateParser parser = parser(filters(dates, patterns), unknown);
            // The library's own Template makes its nodes anew for each rendering, and serves one thread at a time.
            NodeVisitor nodes = new NodeVisitor(parser.insertions, parser.filters, parser.liquidStyleInclude);
            var tree = parser.parse(VariableNames.rewritten(JsonArrays.rewritten(source)))
                    .getParseTree();
            return new LiquidTemplate(parser, (LNode) nodes.visit(tree), doubts(unknown));
        } catch (LiquidException e) {
            throw new TemplateException(firstLine(e), Math.max(0, e.line), e.charPositionInLine + 1);
        } catch (RuntimeException e) {
            throw new TemplateException(firstLine(e), 0, 0);
        } catch (StackOverflowError e) {
            throw new TemplateException("its tags are nested too deep", 0, 0);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static TemplateParser parser(List<NetFilter> filters, Set<String> unknown) {
        TemplateParser.Builder builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withLocale(Locale.ROOT)
                .withMaxIterations(MOST_ITERATIONS)
                .withMaxSizeRenderedString(LARGEST)
                .withRenderTransformer(new Watched(TemplateParser.DEFAULT.getRenderTransformer()))
                .withNameResolver(name -> {
                    throw new IOException("other templates are not read");
                });
        // What DotLiquid does not know it leaves out, and so are the library's own filters, whose names are Ruby's.
        Filters.DEFAULT_FILTERS.values().forEach(own -> builder.withFilter(nothing(own.getName())));
        unknown.forEach(name -> builder.withFilter(nothing(name)));
        filters.forEach(builder::withFilter);
        return builder.build();
    }

    private static List<NetFilter> filters(DateFormat dates, TextPattern patterns) {
        List<NetFilter> all = new ArrayList<>(TextFilters.all(patterns));
        all.addAll(ListFilters.all());
        all.addAll(NumberFilters.all(dates));
        return all;
    }

    private static NetFilter nothing(String name) {
        return new NetFilter(name, (value, context, arguments) -> value);
    }

    private static List<String> doubts(Set<String> unknown) {
        return unknown.stream()
                .map(name -> KNOWN.stream()
                        .filter(known -> known.equalsIgnoreCase(name.replace("_", "")))
                        .findFirst()
                        .map(known -> "the filter '" + name + "' is none and changes nothing; write " + known)
                        .orElse("the filter '" + name + "' is none and changes nothing; remove it"))
                .toList();
    }
}
