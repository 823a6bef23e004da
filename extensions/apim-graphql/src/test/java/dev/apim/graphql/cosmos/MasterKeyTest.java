package dev.apim.graphql.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    /** The example that the protocol's documentation gives. */
    @Test
    void theSignatureIsTheOneOfTheDocumentedExample() {
        byte[] key = Base64.getDecoder()
                .decode("dsZQi3KtZmCv1ljt3VNWNm7sQUF1y5rJfC6kv5JiwvW0EndXdDku/dkKBp8/ufDToSxLzR4y+O/0H/t4bQtVNw==");
        String value = MasterKey.authorization(key, "GET", "dbs", "dbs/ToDoList", "Thu, 27 Apr 2017 00:51:12 GMT");
        assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8))
                .isEqualTo("type=master&ver=1.0&sig=c09PEVJrgp2uQRkr934kFbTqhByc7TVr3OHyqlu+c+c=");
    }
}
