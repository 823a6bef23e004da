package dev.apim.graphql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectionTextTest {
    @Test
    void aConnectionStringOfAzureSqlIsAUrlOfItsDriver() {
        ConnectionText text = ConnectionText.parse(
                "Server=tcp:crm.database.windows.net,1433;Initial Catalog=crm;User ID=app;Password='p;w=1';Encrypt=True;"
                        + "Connection Timeout=15;",
                false);
        assertThat(text.url())
                .isEqualTo("jdbc:sqlserver://crm.database.windows.net:1433;databaseName={crm};encrypt={true};"
                        + "trustServerCertificate={false};loginTimeout={15}");
        assertThat(text.properties()).containsEntry("user", "app").containsEntry("password", "p;w=1");
        assertThat(text.takesBatches()).isTrue();
    }

    @Test
    void aValueCannotBeginAnotherProperty() {
        ConnectionText text = ConnectionText.parse("Server=a;Database=\"x;trustServerCertificate=true}\"", false);
        assertThat(text.url()).contains("databaseName={x;trustServerCertificate=true}}}");
        assertThatThrownBy(() -> ConnectionText.parse("Server='a;encrypt=false'", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTokenOfTheManagedIdentityTakesThePlaceOfUserAndPassword() {
        ConnectionText text = ConnectionText.parse("Server=a;Database=b;User ID=u;Password=p", true);
        assertThat(text.properties("t0ken"))
                .containsEntry("accessToken", "t0ken")
                .doesNotContainKeys("user", "password");
        assertThat(text.properties()).isEmpty();
        assertThatThrownBy(() -> ConnectionText.parse("jdbc:sqlite:/x.db", true))
                .hasMessageContaining("use-managed-identity is for Azure SQL");
    }

    @Test
    void howTheUserIsKnownIsTheDriversToDo() {
        assertThat(ConnectionText.parse("Server=a;Authentication=Active Directory Default", false)
                        .properties())
                .containsEntry("authentication", "ActiveDirectoryDefault");
    }

    @Test
    void aUrlOfJdbcIsTakenAsItIs() {
        assertThat(ConnectionText.parse(" jdbc:sqlite:/x.db ", false).url()).isEqualTo("jdbc:sqlite:/x.db");
    }

    @Test
    void oneWithoutAServerIsRefusedWithoutBeingCited() {
        assertThatThrownBy(() -> ConnectionText.parse("Password=secret", false))
                .hasMessageContaining("names no server")
                .hasMessageNotContaining("secret");
    }

    @Test
    void itsTextShowsNothing() {
        assertThat(ConnectionText.parse("jdbc:x:password=secret", false).toString())
                .doesNotContain("secret");
    }
}
