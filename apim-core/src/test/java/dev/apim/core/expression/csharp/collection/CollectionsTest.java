package dev.apim.core.expression.csharp.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CollectionsTest {
    private final Table table = new Table();
    private final DictionaryValue dictionary =
            new DictionaryValue(table.types.get("Dictionary", table.types.get("string"), table.types.get("int")));

    @Test
    void aRemovalLeavesItsPlaceToTheNextThatComes() {
        dictionary.addPair("a", 1);
        dictionary.addPair("b", 2);
        dictionary.addPair("c", 3);
        dictionary.removeKey("a");
        dictionary.removeKey("b");
        dictionary.addPair("d", 4);
        dictionary.addPair("e", 5);
        assertThat(Table.all(dictionary.keys())).containsExactly("e", "d", "c");
    }

    @Test
    void aKeyIsAddedOnce() {
        dictionary.addPair("x", 1);
        assertThatThrownBy(() -> dictionary.addPair("x", 2))
                .hasMessage("An item with the same key has already been added. Key: x");
        assertThatThrownBy(() -> dictionary.get("y"))
                .hasMessage("The given key 'y' was not present in the dictionary.");
        dictionary.put("x", 3);
        assertThat(dictionary.get("x")).isEqualTo(3);
    }

    @Test
    void onlyAddingDisturbsWhoGoesOverADictionary() {
        dictionary.addPair("a", 1);
        dictionary.addPair("b", 2);
        Iterator<?> pairs = dictionary.iterator();
        pairs.next();
        dictionary.put("b", 3);
        dictionary.removeKey("a");
        assertThat(pairs.next()).isEqualTo(new KeyValuePair("b", 3));
        dictionary.addPair("c", 4);
        assertThatThrownBy(pairs::hasNext)
                .hasMessage("Collection was modified; enumeration operation may not execute.");
    }

    @Test
    void keysAreSeenAndNotWritten() {
        assertThatThrownBy(() -> dictionary.keys().add("x"))
                .hasMessage("Mutating a key collection derived from a dictionary is not allowed.");
        assertThat(dictionary).hasToString("System.Collections.Generic.Dictionary`2[System.String,System.Int32]");
        assertThat(dictionary.values())
                .hasToString("System.Collections.Generic.Dictionary`2+ValueCollection[System.String,System.Int32]");
    }

    @Test
    void aViewOfAnotherFamilyIsADictionary() {
        DictionaryView headers = new Headers();
        assertThat(Table.all(headers.keys())).containsExactly("Accept");
        assertThat(Faces.count(headers)).isEqualTo(1);
        assertThat(table.call(
                        table.method("IReadOnlyDictionary", "[]", "TKey"),
                        List.of("string", "string"),
                        headers,
                        "accept"))
                .isEqualTo("*/*");
        assertThatThrownBy(() -> table.call(
                        table.method("IDictionary", "Add", "TKey, TValue"),
                        List.of("string", "string"),
                        headers,
                        "x",
                        "y"))
                .hasMessage("Collection is read-only.");
    }

    private static final class Headers implements DictionaryView {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public boolean containsKey(Object key) {
            return "Accept".equalsIgnoreCase((String) key);
        }

        @Override
        public Object get(Object key) {
            return "*/*";
        }

        @Override
        public Iterable<Object> pairs() {
            return List.of(new KeyValuePair("Accept", "*/*"));
        }
    }

    @Test
    void arraysAreListsOfFixedSize() {
        Object array = new Integer[] {1, 2};
        assertThat(table.call(table.method("ICollection", "Contains", "T"), List.of("int"), array, 2))
                .isEqualTo(true);
        assertThatThrownBy(() -> table.call(table.method("ICollection", "Add", "T"), List.of("int"), array, 3))
                .hasMessage("Collection was of a fixed size.");
        Ref<Object> held = new Ref<>(array);
        table.call(table.method("Array", "Resize", "T[], int"), List.of("int"), held, 3);
        assertThat((Object[]) held.value).containsExactly(1, 2, 0);
    }

    @Test
    void sortingFollowsTheOrderAsked() {
        List<Object> numbers = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            numbers.add(random.nextInt(100));
        }
        ListValue list = table.list(numbers.toArray());
        table.call(table.method("List", "Sort", ""), List.of("int"), list);
        List<Integer> expected = new ArrayList<>();
        numbers.forEach(number -> expected.add((Integer) number));
        Collections.sort(expected);
        assertThat(Table.all(list)).isEqualTo(expected);
    }

    @Test
    void whatCannotBeComparedIsTold() {
        ListValue list = table.list(new Object(), new Object());
        assertThatThrownBy(() -> table.call(table.method("List", "Sort", ""), List.of("int"), list))
                .hasMessage("Failed to compare two elements in the array.")
                .cause()
                .hasMessage("At least one object must implement IComparable.");
    }

    @Test
    void anOrderThatContradictsItselfEnds() {
        ListValue list = table.list(Collections.nCopies(100, 1).toArray());
        Object always = (dev.apim.core.expression.csharp.value.Delegate) arguments -> -1;
        assertThatThrownBy(
                        () -> table.call(table.method("List", "Sort", "Comparison<T>"), List.of("int"), list, always))
                .hasMessageStartingWith("Unable to sort because the IComparer.Compare() method returns inconsistent");
    }

    @Test
    void growthIsCounted() {
        table.evaluation = Table.evaluation(new Budget(1000, 1_000_000_000L, 10, 10));
        ListValue list = table.list();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        table.call(table.method("List", "Add", "T"), List.of("int"), list, i);
                    }
                })
                .isInstanceOf(BudgetException.class);
        assertThat(list.count()).isEqualTo(10);
    }

    @Test
    void queuesAndStacksGiveInTheirOrder() {
        CollectionView queue = (CollectionView)
                table.call(table.method("Queue", ".ctor", "IEnumerable<T>"), List.of("int"), table.list(1, 2, 3));
        CollectionView stack = (CollectionView)
                table.call(table.method("Stack", ".ctor", "IEnumerable<T>"), List.of("int"), table.list(1, 2, 3));
        assertThat(Table.all(queue)).containsExactly(1, 2, 3);
        assertThat(Table.all(stack)).containsExactly(3, 2, 1);
        assertThat(table.call(table.method("Queue", "Dequeue", ""), List.of("int"), queue))
                .isEqualTo(1);
        assertThat(table.call(table.method("Stack", "Pop", ""), List.of("int"), stack))
                .isEqualTo(3);
        queue.clear();
        assertThatThrownBy(() -> table.call(table.method("Queue", "Peek", ""), List.of("int"), queue))
                .hasMessage("Queue empty.");
    }

    @Test
    void capacityGrowsAsNetsDoes() {
        ListValue list = table.list(1, 2, 3, 4, 5);
        assertThat(list.capacity()).isEqualTo(8);
        assertThat(list).hasToString("System.Collections.Generic.List`1[System.Int32]");
        assertThatThrownBy(() -> list.at(5)).hasMessageContaining("(Parameter 'index')");
    }
}
