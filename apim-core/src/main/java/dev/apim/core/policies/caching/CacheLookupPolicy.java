package dev.apim.core.policies.caching;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Answers from the cache (Azure: cache-lookup). */
final class CacheLookupPolicy implements PolicyType {
    private static final String FIELD = "vary-by-header";
    private static final String PARAMETER = "vary-by-query-parameter";

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cache-lookup", "Answers a GET from the cache where cache-store has stored the response.")
                .sections(Section.INBOUND)
                .onlyOnce()
                .attributes(
                        flag("vary-by-developer", "Whether each developer has responses of their own.")
                                .mandatory(),
                        flag("vary-by-developer-groups", "Whether each set of groups has responses of its own.")
                                .mandatory(),
                        CachingType.ATTRIBUTE,
                        AttributeSpec.of("downstream-caching-type", Type.STRING, "Which caches beyond us may store it.")
                                .orExpression()
                                .oneOf("none", "private", "public")
                                .or("none"),
                        flag("must-revalidate", "Whether caches beyond us ask again when it is stale.")
                                .or("true"),
                        flag("allow-private-response-caching", "Whether requests with Authorization are cached.")
                                .or("false"))
                .children(
                        ElementSpec.of(FIELD, "Request field whose values tell responses apart.")
                                .content(ElementSpec.Content.TEXT, Type.STRING),
                        ElementSpec.of(PARAMETER, "Query parameters that tell responses apart; without any, all do.")
                                .content(ElementSpec.Content.TEXT, Type.STRING));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        CachingType.check(element, context);
        return new CacheLookup(
                new ResponseKey.Selection(names(element, FIELD, context), names(element, PARAMETER, context)),
                context.required(element, "vary-by-developer", Boolean.class),
                context.required(element, "vary-by-developer-groups", Boolean.class),
                new CacheLookup.Sharing(
                        context.required(element, "downstream-caching-type", String.class),
                        context.required(element, "must-revalidate", Boolean.class),
                        context.required(element, "allow-private-response-caching", Boolean.class)),
                context.services().responseCache(),
                context.services().time());
    }

    /** Several names may stand in one element, with {@code ;} between them. */
    private static List<String> names(PolicyElement element, String child, CompileContext context) {
        return element.children(child).stream()
                .flatMap(e -> split(e, context))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> split(PolicyElement element, CompileContext context) {
        List<String> names = Stream.of(element.text().text().split(";"))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            context.error(
                    element.position(),
                    "<" + element.name() + "> is empty: expected a name between its tags, write one or remove it");
        }
        return names.stream();
    }

    private static AttributeSpec flag(String name, String summary) {
        return AttributeSpec.of(name, Type.BOOLEAN, summary).orExpression();
    }
}
