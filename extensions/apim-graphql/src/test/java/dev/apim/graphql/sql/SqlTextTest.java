package dev.apim.graphql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {
    private static final List<String> NAMES = List.of("id", "name");

    @Test
    void parametersBecomeMarksInTheOrderTheyStandIn() {
        SqlText text = SqlText.of("select * from t where n = @name and (id=@ID or p = @id)", NAMES);
        assertThat(text.text()).isEqualTo("select * from t where n = ? and (id=? or p = ?)");
        assertThat(text.parameters()).containsExactly("name", "id", "id");
    }

    @Test
    void whatIsQuotedOrSaidAsideIsNoParameter() {
        String quoted = "select '@id', \"@id\", [@id], 'it''s @id' -- @id\n/* @id */ from t";
        SqlText text = SqlText.of(quoted, NAMES);
        assertThat(text.text()).isEqualTo(quoted);
        assertThat(text.parameters()).isEmpty();
    }

    @Test
    void variablesOfTheStatementsOwnAndOfTheServerStay() {
        String own = "declare @x int; select @x, @@rowcount, @idle";
        assertThat(SqlText.of(own, NAMES)).isEqualTo(new SqlText(own, List.of()));
    }

    @Test
    void statementsAreCutAtSemicolonsOutsideOfTexts() {
        assertThat(SqlText.split("insert into t values (';', @id); ; select 1;", NAMES))
                .containsExactly(
                        new SqlText("insert into t values (';', ?)", List.of("id")),
                        new SqlText("select 1", List.of()));
    }

    @Test
    void whatIsNotClosedGoesToTheEnd() {
        assertThat(SqlText.of("select 'a @id", NAMES).parameters()).isEmpty();
    }
}
