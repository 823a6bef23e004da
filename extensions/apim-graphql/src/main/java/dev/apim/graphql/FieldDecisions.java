package dev.apim.graphql;

import dev.apim.policy.Exchange;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of each field of a valid document. A field that is asked of an interface is judged as the field of every type that
 * may stand for it, and the strictest word counts, so that no fragment leads around a rule.
 */
final class FieldDecisions {
    private final GraphQLSchema schema;
    private final List<FieldRule> rules;
    private final Exchange exchange;
    private final Map<FieldRule, Action> actions = new HashMap<>();
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<Field> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, List<SourceLocation>> removedAt = new LinkedHashMap<>();
    private @Nullable GraphQLError rejected;

    /** In the order of their strictness. */
    private enum Action {
        IGNORE,
        ALLOW,
        REMOVE,
        REJECT
    }

    FieldDecisions(GraphQLSchema schema, List<FieldRule> rules, Exchange exchange) {
        this.schema = schema;
        this.rules = rules;
        this.exchange = exchange;
    }

    /** Judges all operations of a document: which of them runs is the executor's to say. */
    void judge(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            GraphQLObjectType root = switch (operation.getOperation()) {
                case QUERY -> schema.getQueryType();
                case MUTATION -> schema.getMutationType();
                case SUBSCRIPTION -> schema.getSubscriptionType();
            };
            selections(operation.getSelectionSet(), root);
        }
    }

    /** The field that may not be asked for at all; {@code null} without one. */
    @Nullable
    GraphQLError rejected() {
        return rejected;
    }

    /** The fields to take out, by identity. */
    Set<Field> removed() {
        return removed;
    }

    /** What is told of them, once for each field of a type. */
    List<GraphQLError> removals() {
        List<GraphQLError> errors = new ArrayList<>();
        removedAt.forEach((name, places) -> errors.add(denied(name, "; the field is left out.", places)));
        return errors;
    }

    private static GraphQLError denied(String name, String rest, List<SourceLocation> places) {
        return GraphqlErrorBuilder.newError()
                .message("Access to '%s' is denied%s", name, rest)
                .locations(places)
                .build();
    }

    private static List<SourceLocation> place(Field field) {
        return field.getSourceLocation() == null ? List.of() : List.of(field.getSourceLocation());
    }

    private void selections(@Nullable SelectionSet selections, @Nullable GraphQLType parent) {
        if (selections == null || rejected != null || !(parent instanceof GraphQLCompositeType type)) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                field(field, type);
            } else if (selection instanceof InlineFragment inline) {
                selections(inline.getSelectionSet(), condition(inline.getTypeCondition(), type));
            } else if (selection instanceof FragmentSpread spread && visited.add(spread.getName())) {
                FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                selections(fragment.getSelectionSet(), condition(fragment.getTypeCondition(), type));
            }
        }
    }

    private GraphQLType condition(@Nullable TypeName name, GraphQLCompositeType otherwise) {
        return name == null ? otherwise : Objects.requireNonNull(schema.getType(name.getName()));
    }

    private void field(Field field, GraphQLCompositeType parent) {
        Action action = Action.ALLOW;
        String named = "";
        for (GraphQLNamedType type : standing(parent)) {
            Action one = decide(type, field.getName());
            if (one.compareTo(action) > 0) {
                action = one;
                named = "/" + type.getName() + "/" + field.getName();
            }
        }
        if (action == Action.REJECT) {
            rejected = denied(named, ".", place(field));
        } else if (action == Action.REMOVE) {
            removed.add(field);
            removedAt.computeIfAbsent(named, name -> new ArrayList<>()).addAll(place(field));
        } else {
            GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
            selections(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
        }
    }

    /** The type itself and every object type that may stand for it. */
    private List<GraphQLNamedType> standing(GraphQLCompositeType parent) {
        List<GraphQLNamedType> types = new ArrayList<>();
        types.add(parent);
        if (parent instanceof GraphQLInterfaceType abstractType) {
            types.addAll(schema.getImplementations(abstractType));
        } else if (parent instanceof GraphQLUnionType union) {
            types.addAll(union.getTypes());
        }
        return types;
    }

    private Action decide(GraphQLNamedType type, String field) {
        boolean ofOperation = type == schema.getQueryType()
                || type == schema.getMutationType()
                || type == schema.getSubscriptionType();
        for (FieldRule rule : rules) {
            if (rule.isAbout(type.getName(), field, ofOperation)) {
                Action action = actions.computeIfAbsent(rule, this::action);
                if (action != Action.IGNORE) {
                    return action;
                }
            }
        }
        return Action.ALLOW;
    }

    /** What no one knows how to obey is refused. */
    private Action action(FieldRule rule) {
        String word =
                Objects.requireNonNullElse(rule.action().evaluate(exchange), "").strip();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "allow" -> Action.ALLOW;
            case "remove" -> Action.REMOVE;
            case "ignore" -> Action.IGNORE;
            default -> Action.REJECT;
        };
    }
}
