package dev.apim.graphql;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes fields out of a document so that it stays valid: a field of which nothing is left asks for {@code __typename}, and fragments of
 * which nothing is left, and variables that nothing uses any more, go too.
 */
final class FieldRemoval {
    private final Set<Field> removed;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Boolean> left = new HashMap<>();

    private FieldRemoval(Document document, Set<Field> removed) {
        this.removed = removed;
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(f -> fragments.put(f.getName(), f));
    }

    /** The document without these fields, compared by identity. */
    static Document from(Document document, Set<Field> removed) {
        return pruned(new FieldRemoval(document, removed).definitions(document));
    }

    /** Whether nothing of an operation is left. */
    static boolean isEmpty(OperationDefinition operation) {
        List<Selection> selections = operation.getSelectionSet().getSelections();
        return selections.size() == 1
                && selections.get(0) instanceof Field field
                && field.getName().equals("__typename");
    }

    private Document definitions(Document document) {
        List<Definition> definitions = new ArrayList<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                definitions.add(operation.transform(b -> b.selectionSet(without(operation.getSelectionSet()))));
            } else if (definition instanceof FragmentDefinition fragment) {
                definitions.add(fragment.transform(b -> b.selectionSet(without(fragment.getSelectionSet()))));
            }
        }
        return document.transform(b -> b.definitions(definitions));
    }

    private @Nullable SelectionSet without(@Nullable SelectionSet selections) {
        if (selections == null) {
            return null;
        }
        List<Selection<?>> kept = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            if (!isLeft(selection)) {
                continue;
            }
            if (selection instanceof Field field) {
                kept.add(field.transform(b -> b.selectionSet(without(field.getSelectionSet()))));
            } else if (selection instanceof InlineFragment inline) {
                kept.add(inline.transform(b -> b.selectionSet(without(inline.getSelectionSet()))));
            } else {
                kept.add(selection);
            }
        }
        if (kept.isEmpty()) {
            kept.add(Field.newField("__typename").build());
        }
        return SelectionSet.newSelectionSet(kept).build();
    }

    /** Whether anything of a selection stays. A valid document has no fragments in a circle. */
    private boolean isLeft(Selection<?> selection) {
        if (selection instanceof Field field) {
            return !removed.contains(field);
        }
        if (selection instanceof InlineFragment inline) {
            return isLeft(inline.getSelectionSet());
        }
        return !(selection instanceof FragmentSpread spread) || isLeft(spread.getName());
    }

    private boolean isLeft(String fragment) {
        Boolean known = left.get(fragment);
        if (known == null) {
            FragmentDefinition definition = fragments.get(fragment);
            known = definition == null || isLeft(definition.getSelectionSet());
            left.put(fragment, known);
        }
        return known;
    }

    private boolean isLeft(SelectionSet selections) {
        for (Selection<?> selection : selections.getSelections()) {
            if (isLeft(selection)) {
                return true;
            }
        }
        return false;
    }

    /** A document without the fragments and variables that none of its operations uses. */
    static Document pruned(Document document) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(f -> fragments.put(f.getName(), f));
        Set<String> used = new HashSet<>();
        List<Definition> definitions = new ArrayList<>();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Uses uses = Uses.of(operation, fragments);
            used.addAll(uses.fragments());
            definitions.add(operation.transform(b -> b.variableDefinitions(operation.getVariableDefinitions().stream()
                    .filter(variable -> uses.variables().contains(variable.getName()))
                    .toList())));
        }
        fragments.values().stream().filter(f -> used.contains(f.getName())).forEach(definitions::add);
        return document.transform(b -> b.definitions(definitions));
    }

    /** What an operation refers to, by way of its fragments too. */
    private record Uses(Set<String> fragments, Set<String> variables) {
        static Uses of(OperationDefinition operation, Map<String, FragmentDefinition> all) {
            Uses uses = new Uses(new HashSet<>(), new HashSet<>());
            Deque<Node<?>> open = new ArrayDeque<>();
            open.add(operation.getSelectionSet());
            operation.getDirectives().forEach(open::add);
            while (!open.isEmpty()) {
                Node<?> node = open.poll();
                if (node instanceof VariableReference variable) {
                    uses.variables.add(variable.getName());
                } else if (node instanceof FragmentSpread spread && uses.fragments.add(spread.getName())) {
                    FragmentDefinition fragment = all.get(spread.getName());
                    if (fragment != null) {
                        open.add(fragment);
                    }
                }
                for (Node<?> child : node.getChildren()) {
                    open.add(child);
                }
            }
            return uses;
        }
    }
}
