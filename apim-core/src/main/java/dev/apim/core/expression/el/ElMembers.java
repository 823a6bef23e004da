package dev.apim.core.expression.el;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.core.document.NearestName;
import dev.apim.core.expression.context.ContextMember;
import dev.apim.core.expression.context.ContextMember.Kind;
import dev.apim.core.expression.context.ContextType;
import dev.apim.core.expression.el.ElNode.Typed;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.expressly.parser.AstBracketSuffix;
import org.glassfish.expressly.parser.AstMethodArguments;
import org.glassfish.expressly.parser.AstString;
import org.glassfish.expressly.parser.Node;
import org.jspecify.annotations.Nullable;

/** Checks and plans what follows a value: {@code .name}, {@code [key]} and calls. A name must be in the table. */
final class ElMembers {
    private static final ContextType UNKNOWN = ContextType.OBJECT;

    private final ElSource source;
    private final IssueSink issues;
    private final ElPlanner planner;

    ElMembers(ElSource source, IssueSink issues, ElPlanner planner) {
        this.source = source;
        this.issues = issues;
        this.planner = planner;
    }

    /** A value followed by one suffix. */
    Typed step(Typed target, Node suffix) {
        if (suffix instanceof AstBracketSuffix) {
            return bracket(target, suffix);
        }
        String name = suffix.getImage();
        Position position = source.next(name);
        return named(target, name, position, arguments(suffix));
    }

    private Typed bracket(Typed target, Node suffix) {
        Position position = source.next("[");
        Node inner = suffix.jjtGetChild(0);
        Typed key = planner.plan(inner);
        List<ElNode> arguments = arguments(suffix);
        ContextType view = ElTypes.view(target.type());
        ContextMember indexer = view.indexer();
        if (arguments == null && indexer != null) {
            return new Typed(call(target.node(), indexer, List.of(key.node())), indexer.type());
        }
        String name = inner instanceof AstString string ? string.getString() : null;
        if (arguments == null && ElTypes.isDynamic(view)) {
            return dynamicIndex(target, key.node(), name);
        }
        if (name != null) {
            return named(target, name, position, arguments);
        }
        issues.error(position, "found a computed name in brackets, expected a literal text such as ['name']");
        return new Typed(exchange -> null, UNKNOWN);
    }

    private Typed named(Typed target, String name, Position position, @Nullable List<ElNode> arguments) {
        ContextType view = ElTypes.view(target.type());
        if (ElTypes.isDynamic(view)) {
            return dynamic(target, name, position, arguments);
        }
        ContextMember member = ElTypes.member(view, name);
        if (member == null) {
            unknown(name, view.name(), ElTypes.names(view), view.indexer() != null, position);
            return new Typed(exchange -> null, UNKNOWN);
        }
        List<ElNode> given = arguments == null ? List.of() : arguments;
        if (!takes(member, given.size())) {
            issues.error(position, "found " + given.size() + " arguments, expected " + signature(member));
        }
        planner.uses(member.bodyUse(), member.cost());
        return new Typed(call(target.node(), member, given), member.type());
    }

    private Typed dynamic(Typed target, String name, Position position, @Nullable List<ElNode> arguments) {
        List<ContextMember> candidates = ElTypes.candidates(name);
        if (arguments != null && candidates.stream().noneMatch(m -> takes(m, arguments.size()))) {
            unknown(name + "()", "the value", ElTypes.dynamicNames(), false, position);
            return new Typed(exchange -> null, UNKNOWN);
        }
        countUse(target, candidates);
        return new Typed(new DynamicMember(target.node(), name, arguments), target.type());
    }

    private Typed dynamicIndex(Typed target, ElNode key, @Nullable String name) {
        DynamicMember member = name == null ? null : new DynamicMember(target.node(), name, null);
        if (name != null) {
            countUse(target, ElTypes.candidates(name));
        }
        return new Typed(new DynamicIndex(target.node(), key, member), target.type());
    }

    /** A part of a JSON document is no body, whatever its name. */
    private void countUse(Typed target, List<ContextMember> candidates) {
        if (target.type() == ContextType.OBJECT) {
            planner.uses(ElTypes.bodyUse(candidates), ElTypes.cost(candidates));
        }
    }

    private void unknown(String name, String type, List<String> allowed, boolean keyed, Position position) {
        String hint = NearestName.of(name.replace("()", ""), allowed)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(allowed.isEmpty() ? "" : "; expected one of " + String.join(", ", allowed));
        String key = keyed ? " (for a key write ['" + name + "'])" : "";
        issues.error(position, "found '" + name + "', which is no member of " + type + hint + key);
    }

    private @Nullable List<ElNode> arguments(Node suffix) {
        int last = suffix.jjtGetNumChildren() - 1;
        if (last < 0 || !(suffix.jjtGetChild(last) instanceof AstMethodArguments list)) {
            return null;
        }
        List<ElNode> arguments = new ArrayList<>();
        for (int i = 0; i < list.jjtGetNumChildren(); i++) {
            arguments.add(planner.plan(list.jjtGetChild(i)).node());
        }
        return List.copyOf(arguments);
    }

    /** A member without arguments may be written with or without parentheses. */
    static boolean takes(ContextMember member, int count) {
        return count >= member.required() && count <= member.parameters().size();
    }

    private static String signature(ContextMember member) {
        int most = member.parameters().size();
        return (member.required() == most ? "" : member.required() + " to ") + most + " for " + member;
    }

    private static ElNode call(ElNode target, ContextMember member, List<ElNode> arguments) {
        if (arguments.isEmpty()) {
            return exchange -> {
                Object value = target.value(exchange);
                return value == null ? absent(member) : ElValues.of(member.read(value, exchange));
            };
        }
        ElNode[] nodes = arguments.toArray(ElNode[]::new);
        return exchange -> {
            Object value = target.value(exchange);
            if (value == null) {
                return absent(member);
            }
            @Nullable Object[] given = new Object[nodes.length];
            for (int i = 0; i < nodes.length; i++) {
                given[i] = ElValues.argument(
                        nodes[i].value(exchange), member.parameters().get(i));
            }
            return ElValues.of(member.read(value, exchange, given));
        };
    }

    /** What is read of null is null, as in every EL; what is called on null fails. */
    static @Nullable Object absent(ContextMember member) {
        if (member.kind() == Kind.METHOD) {
            throw DynamicMember.calledOnNull(member.name());
        }
        return null;
    }
}
