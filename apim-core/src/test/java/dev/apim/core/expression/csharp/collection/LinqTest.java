package dev.apim.core.expression.csharp.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
class LinqTest {
    private static final String SOURCE = "IEnumerable<TSource>";
    private static final String WHERE = SOURCE + ", Func<TSource, bool>";
    private static final String SELECT = SOURCE + ", Func<TSource, TResult>";

    private final Table table = new Table();

    @Test
    void everyMemberOfEveryTypeIsReadable() {
        int members = 0;
        for (TypeDefinition type : table.types.all()) {
            members += type.methods().stream().mapToInt(List::size).sum()
                    + type.properties().size();
        }
        assertThat(members).isGreaterThan(400);
    }

    @Test
    void nothingIsAskedBeforeTheResultIs() {
        List<Object> asked = new ArrayList<>();
        Object source = table.list(1, 2, 3, 4);
        Object even = table.ints("Where", WHERE, source, Table.function(value -> {
            asked.add(value);
            return (Integer) value % 2 == 0;
        }));
        assertThat(asked).isEmpty();
        assertThat(table.ints("First", SOURCE, even)).isEqualTo(2);
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void aQueryIsAskedAnewEachTime() {
        ListValue source = table.list(1, 2);
        Object doubled = table.ints("Select", SELECT, source, Table.function(value -> (Integer) value * 2));
        assertThat(Table.all(doubled)).containsExactly(2, 4);
        source.add(3);
        assertThat(Table.all(doubled)).containsExactly(2, 4, 6);
    }

    @Test
    void aMissingSourceIsRefusedWhenTheOperatorIsCalled() {
        assertThatThrownBy(() -> table.ints("Where", WHERE, null, Table.function(value -> true)))
                .isInstanceOf(DotNetException.class)
                .hasMessage("Value cannot be null. (Parameter 'source')");
        assertThatThrownBy(() -> table.ints("Where", WHERE, table.list(1), null))
                .hasMessage("Value cannot be null. (Parameter 'predicate')");
    }

    @Test
    void aListThatChangesWhileItIsGoneOverIsNoticed() {
        ListValue source = table.list(1, 2, 3);
        Object query = table.ints("Select", SELECT, source, Table.function(value -> {
            source.add(9);
            return value;
        }));
        assertThatThrownBy(() -> Table.all(query))
                .hasMessage("Collection was modified; enumeration operation may not execute.");
    }

    @Test
    void aSequenceWithoutEndEndsWithTheBudget() {
        table.evaluation = Table.evaluation(new Budget(10_000, 1_000_000_000L, 1_000, 10));
        Object many = table.ints("Range", "int, int", 0, Integer.MAX_VALUE);
        assertThat(table.ints("First", SOURCE, many)).isEqualTo(0);
        assertThatThrownBy(() -> table.ints("LongCount", SOURCE, many)).isInstanceOf(BudgetException.class);
        table.evaluation = Table.evaluation(new Budget(10_000, 1_000_000_000L, 1_000, 10));
        Object again = table.ints("Range", "int, int", 0, Integer.MAX_VALUE);
        assertThatThrownBy(() -> table.ints("ToList", SOURCE, again)).isInstanceOf(BudgetException.class);
    }

    @Test
    void anArrayIsOfTheClassOfItsElements() {
        assertThat(table.linq("ToArray", SOURCE, List.of("string"), new Object[] {new String[] {"a"}}))
                .isInstanceOf(String[].class);
        assertThat(table.linq("ToArray", SOURCE, List.of("int"), table.list(1))).isInstanceOf(Integer[].class);
        assertThat(table.linq("Empty", "", List.of("byte"))).isInstanceOf(byte[].class);
    }

    @Test
    void textsAreSequencesOfCharacters() {
        assertThat(table.linq("Last", SOURCE, List.of("char"), "abc")).isEqualTo('c');
        assertThat(table.linq("Count", SOURCE, List.of("char"), "abc")).isEqualTo(3);
    }

    @Test
    void equalKeysStayInTheirOrder() {
        Object ordered = table.linq(
                "OrderBy",
                SOURCE + ", Func<TSource, TKey>",
                List.of("int", "int"),
                table.list(31, 12, 11, 32, 22),
                Table.function(value -> (Integer) value / 10));
        assertThat(Table.all(ordered)).containsExactly(12, 11, 22, 31, 32);
        Object reversed = table.linq(
                "ThenByDescending",
                "IOrderedEnumerable<TSource>, Func<TSource, TKey>",
                List.of("int", "int"),
                ordered,
                Table.function(value -> value));
        assertThat(Table.all(reversed)).containsExactly(12, 11, 22, 32, 31);
    }

    @Test
    void sumsOverflowAndAveragesDoNot() {
        ListValue large = table.list(Integer.MAX_VALUE, 1);
        assertThatThrownBy(() -> table.ints("Sum", "IEnumerable<int>", large))
                .hasMessage("Arithmetic operation resulted in an overflow.");
        assertThat(table.ints("Average", "IEnumerable<int>", large)).isEqualTo(1073741824.0);
        assertThat(table.ints("Sum", "IEnumerable<int?>", table.list(1, null, 2)))
                .isEqualTo(3);
        assertThatThrownBy(() -> table.ints("Max", "IEnumerable<int>", table.list()))
                .hasMessage("Sequence contains no elements");
        assertThat(table.ints("Max", "IEnumerable<int?>", table.list())).isNull();
    }

    @Test
    void whatNoneOrSeveralFitIsTold() {
        Object three = table.list(1, 2, 3);
        assertThatThrownBy(() -> table.ints("Single", SOURCE, three))
                .hasMessage("Sequence contains more than one element");
        assertThatThrownBy(() -> table.ints("Single", WHERE, three, Table.function(value -> true)))
                .hasMessage("Sequence contains more than one matching element");
        assertThatThrownBy(() -> table.ints("First", WHERE, three, Table.function(value -> false)))
                .hasMessage("Sequence contains no matching element");
        assertThat(table.ints("FirstOrDefault", WHERE, three, Table.function(value -> false)))
                .isEqualTo(0);
    }

    @Test
    void groupsComeInTheOrderOfTheirKeys() {
        Object groups = table.linq(
                "GroupBy",
                SOURCE + ", Func<TSource, TKey>",
                List.of("int", "int"),
                table.list(3, 1, 2, 4),
                Table.function(value -> (Integer) value % 2));
        assertThat(Table.all(groups)).hasSize(2);
        GroupValue odd = (GroupValue) Table.all(groups).get(0);
        assertThat(odd.key()).isEqualTo(1);
        assertThat(Table.all(odd)).containsExactly(3, 1);
        assertThat(odd.type()).hasToString("IGrouping<int, int>");
    }

    @Test
    void setsKeepTheFirstOfThoseThatAreTheSame() {
        assertThat(Table.all(table.ints("Distinct", SOURCE, table.list(2, 1, 2))))
                .containsExactly(2, 1);
        assertThat(Table.all(table.ints("Union", SOURCE + ", " + SOURCE, table.list(1, 2), table.list(2, 3))))
                .containsExactly(1, 2, 3);
        assertThat(Table.all(table.ints("Except", SOURCE + ", " + SOURCE, table.list(1, 2, 1), table.list(2))))
                .containsExactly(1);
        assertThat(Table.all(table.ints("Intersect", SOURCE + ", " + SOURCE, table.list(1, 2, 2), table.list(2))))
                .containsExactly(2);
    }

    @Test
    void partsAreCutAsAsked() {
        ListValue five = table.list(1, 2, 3, 4, 5);
        assertThat(Table.all(table.ints("Skip", SOURCE + ", int", five, 3))).containsExactly(4, 5);
        assertThat(Table.all(table.ints("TakeLast", SOURCE + ", int", five, 2))).containsExactly(4, 5);
        assertThat(Table.all(table.ints("SkipLast", SOURCE + ", int", five, 4))).containsExactly(1);
        assertThat(Table.all(table.ints("Chunk", SOURCE + ", int", five, 2)))
                .containsExactly(new Integer[] {1, 2}, new Integer[] {3, 4}, new Integer[] {5});
        assertThatThrownBy(() -> table.ints("ElementAt", SOURCE + ", int", five, 5))
                .hasMessage("Index was out of range. Must be non-negative and less than the size of the collection."
                        + " (Parameter 'index')");
    }
}
