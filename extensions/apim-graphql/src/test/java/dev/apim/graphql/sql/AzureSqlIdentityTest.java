package dev.apim.graphql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.graphql.GraphQlGateway;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Microsoft's driver is told of the gateway's identity; a stand-in for it takes note and opens nothing. */
class AzureSqlIdentityTest {
    private static final String SOURCE =
            "<sql-data-source><connection-info><connection-string use-managed-identity=\"%s\">"
                    + "Server=tcp:crm.database.windows.net,1433;Initial Catalog=crm;User ID=u;Password=p</connection-string>"
                    + "</connection-info><request single-result=\"true\"><sql-statement>select 1</sql-statement></request>"
                    + "</sql-data-source>";
    private static final String IMDS = "169.254.169.254/metadata/identity/oauth2/token";

    private final NotingDriver driver = new NotingDriver();
    private final GraphQlGateway shop = GraphQlGateway.synthetic("type Query { one: String }");

    @BeforeEach
    void aDriver() throws SQLException {
        DriverManager.registerDriver(driver);
    }

    @AfterEach
    void noDriver() throws SQLException {
        DriverManager.deregisterDriver(driver);
    }

    @Test
    void aConnectionIsOpenedWithATokenForAzureSql() {
        shop.gateway
                .backends()
                .answer(IMDS, 200, "application/json", "{\"access_token\":\"t0ken\",\"expires_in\":\"3600\"}");
        shop.resolver("Query/one", SOURCE.formatted("@(true)")).start().ask("{ one }");

        assertThat(shop.gateway.backends().only().request().url().query())
                .contains("resource=https%3A%2F%2Fdatabase.windows.net%2F");
        assertThat(driver.seen).hasSize(1);
        assertThat(driver.seen.get(0)).containsEntry("accessToken", "t0ken").doesNotContainKeys("user", "password");
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        shop.gateway.backends().answer(IMDS, 400, "application/json", "{}");
        String text = shop.resolver("Query/one", SOURCE.formatted("true"))
                .start()
                .ask("{ one }")
                .text();

        assertThat(text).contains("\"data\":{\"one\":null}");
        assertThat(driver.seen).isEmpty();
    }

    @Test
    void anExpressionMaySayThatUserAndPasswordServe() {
        shop.resolver("Query/one", SOURCE.formatted("@(false)")).start().ask("{ one }");

        assertThat(shop.gateway.backends().received()).isEmpty();
        assertThat(driver.seen.get(0)).containsEntry("user", "u").doesNotContainKey("accessToken");
    }

    private static final class NotingDriver implements Driver {
        private final List<Properties> seen = new ArrayList<>();

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            if (acceptsURL(url)) {
                seen.add(info);
            }
            throw new SQLException("a stand-in", "08001");
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith("jdbc:sqlserver:");
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
