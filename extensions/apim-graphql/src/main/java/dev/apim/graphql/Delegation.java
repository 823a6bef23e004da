package dev.apim.graphql;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of one valid document the GraphQL server behind an API is asked for: everything but the fields that have resolvers. Of an object
 * with such a field it is asked for all plain values, since a resolver reads its parent; and for the name of the type where that is
 * open. Used by one thread at a time.
 */
final class Delegation {
    private static final String TYPENAME = "__typename";

    private final GraphQLSchema schema;
    private final Set<String> resolved;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, FragmentDefinition> rebuilt = new HashMap<>();
    private final Set<String> aliases = new HashSet<>();
    private boolean touches;

    /**
     * For a document.
     *
     * @param resolved the fields that have resolvers, as {@code Type/field}
     */
    Delegation(GraphQLSchema schema, Set<String> resolved, Document document) {
        this.schema = schema;
        this.resolved = resolved;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        gatherAliases(document);
    }

    private void gatherAliases(Document document) {
        Deque<Node<?>> open = new ArrayDeque<>();
        open.add(document);
        while (!open.isEmpty()) {
            Node<?> node = open.poll();
            if (node instanceof Field field && field.getAlias() != null) {
                aliases.add(field.getAlias());
            }
            node.getChildren().forEach(open::add);
        }
    }

    /** Whether an operation asks for a field that has a resolver. */
    boolean touches(OperationDefinition operation) {
        touches = false;
        selections(operation.getSelectionSet(), root(operation));
        return touches;
    }

    /** An operation that asks for these fields of the root only; they are one field of the result. */
    Document of(OperationDefinition operation, List<Field> fields) {
        GraphQLObjectType root = root(operation);
        List<Selection<?>> asked = new ArrayList<>();
        for (Field field : fields) {
            asked.add(field(field, root));
        }
        OperationDefinition one = operation.transform(
                b -> b.selectionSet(SelectionSet.newSelectionSet(asked).build()));
        Document.Builder document = Document.newDocument().definition(one);
        rebuilt.values().forEach(document::definition);
        return FieldRemoval.pruned(document.build());
    }

    private GraphQLObjectType root(OperationDefinition operation) {
        return Objects.requireNonNull(
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                },
                "a valid operation has a root");
    }

    private SelectionSet selections(SelectionSet selections, GraphQLCompositeType type) {
        List<Selection<?>> kept = new ArrayList<>();
        boolean removes = false;
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                boolean removed = hasResolver(type, field.getName());
                touches |= removed;
                removes |= removed;
                if (!removed) {
                    kept.add(field(field, type));
                }
            } else if (selection instanceof InlineFragment inline) {
                SelectionSet within = selections(inline.getSelectionSet(), condition(inline.getTypeCondition(), type));
                kept.add(inline.transform(b -> b.selectionSet(within)));
            } else if (selection instanceof FragmentSpread spread) {
                fragment(spread.getName());
                kept.add(spread);
            }
        }
        if (removes) {
            plainValues(type).forEach(kept::add);
        }
        if (kept.isEmpty() || !(type instanceof GraphQLObjectType)) {
            kept.add(Field.newField(TYPENAME).build());
        }
        return SelectionSet.newSelectionSet(kept).build();
    }

    private Field field(Field field, GraphQLCompositeType type) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, type, field.getName());
        GraphQLType of = GraphQLTypeUtil.unwrapAll(definition.getType());
        SelectionSet asked = field.getSelectionSet();
        return asked != null && of instanceof GraphQLCompositeType composite
                ? field.transform(b -> b.selectionSet(selections(asked, composite)))
                : field;
    }

    private void fragment(String name) {
        FragmentDefinition fragment = fragments.get(name);
        if (fragment != null
                && rebuilt.putIfAbsent(name, fragment) == null
                && schema.getType(fragment.getTypeCondition().getName()) instanceof GraphQLCompositeType type) {
            SelectionSet within = selections(fragment.getSelectionSet(), type);
            rebuilt.put(name, fragment.transform(b -> b.selectionSet(within)));
        }
    }

    private GraphQLCompositeType condition(@Nullable TypeName name, GraphQLCompositeType otherwise) {
        return name != null && schema.getType(name.getName()) instanceof GraphQLCompositeType type ? type : otherwise;
    }

    /** A field of an interface has a resolver where that of every type behind it has one. */
    private boolean hasResolver(GraphQLCompositeType type, String field) {
        List<GraphQLNamedType> standing = new ArrayList<>();
        if (type instanceof GraphQLInterfaceType abstractType) {
            standing.addAll(schema.getImplementations(abstractType));
        } else if (type instanceof GraphQLUnionType union) {
            standing.addAll(union.getTypes());
        } else {
            standing.add(type);
        }
        return !standing.isEmpty() && standing.stream().allMatch(t -> resolved.contains(t.getName() + "/" + field));
    }

    /** Those that need no argument, and whose name means nothing else in the request. */
    private List<Field> plainValues(GraphQLCompositeType type) {
        if (!(type instanceof GraphQLFieldsContainer container) || isRoot(type)) {
            return List.of();
        }
        return container.getFieldDefinitions().stream()
                .filter(field -> field.getArguments().isEmpty())
                .filter(field -> !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType))
                .map(GraphQLFieldDefinition::getName)
                .filter(name -> !aliases.contains(name) && !hasResolver(type, name))
                .map(name -> Field.newField(name).build())
                .toList();
    }

    private boolean isRoot(GraphQLCompositeType type) {
        return type == schema.getQueryType() || type == schema.getMutationType();
    }
}
