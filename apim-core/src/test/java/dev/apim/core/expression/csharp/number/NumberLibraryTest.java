package dev.apim.core.expression.csharp.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.plan.Boxes;
import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.CompositeFormat;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
class NumberLibraryTest {
    private final NumberTable types = new NumberTable();
    private final Evaluation small = types.evaluation(1000);

    @Test
    void everyDeclarationCanBeRead() {
        for (TypeDefinition type : types.table.all()) {
            assertThat(type.methods()).as(type.name()).isNotNull();
        }
        assertThat(types.table.get("int").definition().methods("Parse")).hasSize(4);
        assertThat(types.table.get("Convert").definition().methods("ToInt32")).hasSize(19);
    }

    @Test
    void aTextOfManyDigitsCountsAgainstTheBudget() {
        assertThatThrownBy(() -> types.call(small, "Int32", "ToString(string format)", List.of(), 5, "D2000"))
                .isInstanceOf(BudgetException.class);
        assertThatThrownBy(() -> types.call(small, "Double", "ToString(string format)", List.of(), 5.0, "F99999999"))
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void bytesMadeIntoTextCountAgainstTheBudget() {
        assertThatThrownBy(() -> types.call(
                        small, "Convert", "ToBase64String(byte[] inArray)", List.of(), (Object) new byte[1000]))
                .isInstanceOf(BudgetException.class);
        assertThatThrownBy(() ->
                        types.call(small, "BitConverter", "ToString(byte[] value)", List.of(), (Object) new byte[1000]))
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void paddingOfACompositeFormatIsCountedBeforeItIsMade() {
        assertThatThrownBy(() -> CompositeFormat.format(small, "{0,999999}", new Object[] {1}))
                .isInstanceOf(BudgetException.class);
        assertThatThrownBy(() -> CompositeFormat.format("{0,999999}".repeat(20), new Object[] {1}))
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void generatorsWithoutASeedDiffer() {
        Object one = types.call(small, "Random", "Random()", List.of());
        Object other = types.call(small, "Random", "Random()", List.of());
        assertThat(types.call(small, "Random", "int Next()", List.of(), one))
                .isNotEqualTo(types.call(small, "Random", "int Next()", List.of(), other));
    }

    @Test
    void aSeededGeneratorGivesTheSequenceOfDotNet() {
        RandomValue random = new RandomValue(42);
        assertThat(List.of(random.next(), random.next(), random.next()))
                .containsExactly(1434747710, 302596119, 269548474);
    }

    @Test
    void shufflingKeepsEveryElement() {
        Integer[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        types.call(small, "Random", "Shuffle<T>(T[] values)", List.of(), new RandomValue(3), values);
        assertThat(values).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aTupleKnowsItsType() {
        Object tuple = types.call(
                small,
                "Tuple",
                "Create<T1, T2>(T1 item1, T2 item2)",
                List.of(types.table.get("int"), types.table.get("string")),
                1,
                "a");
        assertThat(((Typed) tuple).type().toString()).isEqualTo("Tuple<int, string>");
        assertThat(types.table.typeOf(tuple).fullName()).isEqualTo("System.Tuple`2[System.Int32,System.String]");
    }

    @Test
    void objectsAreTheSameOnlyAsThemselves() {
        Object object = types.call(small, "Object", "Object()", List.of());
        String signature = "static bool ReferenceEquals(object objA, object objB)";
        assertThat(types.call(small, "Object", signature, List.of(), object, object))
                .isEqualTo(true);
        assertThat(types.call(small, "Object", signature, List.of(), Boxes.copy(1), Boxes.copy(1)))
                .isEqualTo(false);
    }

    @Test
    void whatCannotBeReadLeavesZeroBehind() {
        Ref<Object> result = new Ref<>(7);
        assertThat(types.call(small, "Int32", "TryParse(string s, out int result)", List.of(), "x", result))
                .isEqualTo(false);
        assertThat(result.value).isEqualTo(0);
    }

    @Test
    void theTypesOfAValueAreNotToldAndTheReasonIs() {
        assertThat(types.table.get("object").definition().refusal("GetType")).isNotNull();
    }
}
