package dev.apim.graphql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import org.junit.jupiter.api.Test;

class SqlRowsTest {
    private static <T> T large(Class<T> type, long length, Object content) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("length") ? (Object) length : content));
    }

    @Test
    void aLargeObjectIsWhatItHoldsAndNotWhatTheDriverCallsIt() throws Exception {
        assertThat(SqlRows.value(large(Clob.class, 4, "text")).toString()).isEqualTo("\"text\"");
        byte[] bytes = "ab".getBytes(StandardCharsets.UTF_8);
        assertThat(SqlRows.value(large(Blob.class, 2, bytes)).toString()).isEqualTo("\"YWI=\"");
    }

    @Test
    void aNumberBeyondLongKeepsItsDigits() throws Exception {
        assertThat(SqlRows.value(new BigInteger("18446744073709551615")).toString())
                .isEqualTo("18446744073709551615");
    }
}
