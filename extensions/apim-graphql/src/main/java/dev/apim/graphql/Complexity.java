package dev.apim.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a document asks for, with its fragments written out: each is looked at once, so that fragments within fragments cost no
 * more than their text. A fragment in a circle counts as empty; validation refuses it.
 */
final class Complexity {
    private static final Complexity NOTHING = new Complexity(0, 0);

    private final long fields;
    private final int depth;

    private Complexity(long fields, int depth) {
        this.fields = fields;
        this.depth = depth;
    }

    /** That of the largest operation. */
    static Complexity of(Document document) {
        Walk walk = new Walk(document);
        Complexity most = NOTHING;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Complexity one = walk.of(operation.getSelectionSet());
            most = new Complexity(Math.max(most.fields, one.fields), Math.max(most.depth, one.depth));
        }
        return most;
    }

    /** Fields, an alias being a field of its own. */
    long fields() {
        return fields;
    }

    /** Levels of fields within fields. */
    int depth() {
        return depth;
    }

    private static final class Walk {
        private final Map<String, FragmentDefinition> fragments = new HashMap<>();
        private final Map<String, Complexity> known = new HashMap<>();

        Walk(Document document) {
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        }

        Complexity of(@Nullable SelectionSet selections) {
            if (selections == null) {
                return NOTHING;
            }
            long fields = 0;
            int depth = 0;
            for (Selection<?> selection : selections.getSelections()) {
                Complexity one = of(selection);
                fields = Math.min(Integer.MAX_VALUE, fields + one.fields);
                depth = Math.max(depth, one.depth);
            }
            return new Complexity(fields, depth);
        }

        private Complexity of(Selection<?> selection) {
            if (selection instanceof Field field) {
                Complexity within = of(field.getSelectionSet());
                return new Complexity(within.fields + 1, within.depth + 1);
            }
            if (selection instanceof InlineFragment inline) {
                return of(inline.getSelectionSet());
            }
            return selection instanceof FragmentSpread spread ? fragment(spread.getName()) : NOTHING;
        }

        private Complexity fragment(String name) {
            Complexity present = known.get(name);
            if (present == null) {
                known.put(name, NOTHING);
                FragmentDefinition fragment = fragments.get(name);
                present = fragment == null ? NOTHING : of(fragment.getSelectionSet());
                known.put(name, present);
            }
            return present;
        }
    }
}
