package dev.apim.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apim.Issue;
import dev.apim.core.StandaloneDocuments;
import dev.apim.core.xml.SecureXml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class PolicySchemaTest {
    private static final Path SHARED = Path.of(System.getProperty("apim.shared", "../../shared"));
    private static final String TEXT = PolicySchema.of(PolicyReference.specs());
    private static final Schema SCHEMA = compiled();

    private static Schema compiled() {
        try {
            return SecureXml.schemaFactory().newSchema(new StreamSource(new StringReader(TEXT)));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static void validate(String document) throws SAXException, IOException {
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(document)));
    }

    @Test
    void theSchemaIsWhatThePoliciesSayOfThemselves() throws IOException {
        Path file = Checkout.ROOT.resolve("docs/apim-policies.xsd");
        if (Boolean.getBoolean("apim.write")) {
            Files.writeString(file, TEXT);
        }
        assertThat(Checkout.read("docs/apim-policies.xsd"))
                .as("write it anew with -Dapim.write=true")
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<policies><inbound><base/><rate-limit-by-key calls=\"{{calls}}\" renewal-period=\"60\" counter-key=\"@(1)\"/>"
                        + "<choose><when condition=\"true\"><set-header name=\"a\"><value>b</value></set-header></when></choose>"
                        + "</inbound><backend><forward-request id=\"f\" timeout=\"5\"/></backend></policies>",
                "<fragment><set-body><a><b/></a>text</set-body></fragment>",
                "<policies expressions=\"el\"/>"
            })
    void documentsThatAreRightPass(String document) {
        assertThatCode(() -> validate(document)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<policies><inbound><rate-limit-by-key calls=\"many\" renewal-period=\"60\" counter-key=\"k\"/></inbound></policies>",
                "<policies><inbound><rate-limit-by-key calls=\"1\" renewal-period=\"301\" counter-key=\"k\"/></inbound></policies>",
                "<policies><inbound><rate-limit-by-key renewal-period=\"60\" counter-key=\"k\"/></inbound></policies>",
                "<policies><outbound><rewrite-uri template=\"/\"/></outbound></policies>",
                "<policies><inbound><set-hedaer/></inbound></policies>",
                "<policies><inbound><set-method colour=\"red\">GET</set-method></inbound></policies>",
                "<policies><inbound><choose><otherwise/><when condition=\"true\"/></choose></inbound></policies>"
            })
    void documentsThatAreWrongDoNot(String document) {
        assertThatThrownBy(() -> validate(document)).isInstanceOf(SAXException.class);
    }

    /** Documents of the corpus that are XML as they stand: what the gateway takes without a word, the schema takes. */
    @Test
    void whatStrictModeTakesTheSchemaTakes() throws IOException {
        Path corpus = SHARED.resolve("corpus/policies");
        assumeTrue(Files.isDirectory(corpus), () -> "skipped: no corpus in " + corpus);
        StandaloneDocuments strict = StandaloneDocuments.create(true);
        List<String> wrong = new ArrayList<>();
        int taken = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files = all.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            List<Issue> issues = new ArrayList<>();
            strict.check(file.toString(), text, issues::add);
            if (issues.isEmpty() && isXml(text)) {
                taken++;
                try {
                    validate(text);
                } catch (SAXException e) {
                    wrong.add(corpus.relativize(file) + ": " + e.getMessage());
                }
            }
        }
        System.out.println("policy schema: " + taken + " of " + files.size() + " documents of the corpus");
        assertThat(wrong).isEmpty();
        assertThat(taken).as("documents that were compared").isGreaterThan(30);
    }

    private static boolean isXml(String text) throws IOException {
        try {
            SecureXml.documentBuilder().parse(SecureXml.input(text));
            return true;
        } catch (SAXException expressionsWithBareSigns) {
            return false;
        }
    }
}
