package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private static final String TWO_MISTAKES = """
            <policies>
                <inbound>
                    <rate-limit calls="five" renewal-period="10" />
                    <set-hedaer name="X" />
                </inbound>
            </policies>
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aGoodDocumentSaysNothing() throws IOException {
        Cli good = Cli.run("validate", file("policy.xml", "<policies><inbound><base /></inbound></policies>"));

        assertThat(good).isEqualTo(new Cli(0, "", ""));
    }

    @Test
    void everyMistakeIsALineWithItsPlace() throws IOException {
        Path file = file("policy.xml", TWO_MISTAKES);

        Cli bad = Cli.run("validate", file);

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out().lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith(file + ":3:28: error: ").contains("'five'"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(file + ":4:9: error: ").contains("did you mean <set-header>?"));
    }

    @Test
    void whatAzureWouldAnswerAtSaveCanBeShown() throws IOException {
        Path file = file(
                "policy.xml",
                "<policies>\n  <inbound><set-method colour=\"red\">GET</set-method></inbound>\n</policies>");

        Cli refused = Cli.run("validate", "--strict", "--save-error", file);

        assertThat(refused.exit()).isEqualTo(1);
        JsonNode error = Json.parse(refused.out()).get("error");
        assertThat(error.get("code").asText()).isEqualTo("ValidationError");
        assertThat(error.get("message").asText()).isEqualTo("One or more fields contain incorrect values:");
        assertThat(error.get("details").get(0).get("target").asText()).isEqualTo("representation");
        assertThat(error.get("details").get(0).get("message").asText())
                .startsWith(
                        "Error in element 'set-method' on line 2, column 24: <set-method> has no attribute 'colour'");
        assertThat(Cli.run("validate", "--save-error", file)).isEqualTo(new Cli(0, "", ""));
    }

    @Test
    void aWarningAloneIsNoFault() throws IOException {
        Path file = file(
                "policy.xml", "<policies><inbound><set-method colour=\"red\">GET</set-method></inbound></policies>");

        Cli doubtful = Cli.run("validate", file);

        assertThat(doubtful.exit()).isZero();
        assertThat(doubtful.out())
                .contains(file + ":1:")
                .contains(": warning: ")
                .contains("colour");
    }

    @Test
    void aFragmentIsCheckedByItself() throws IOException {
        Cli good = Cli.run(
                "validate", file("a.xml", "<fragment><set-header name=\"A\"><value>1</value></set-header></fragment>"));
        Cli bad = Cli.run("validate", file("b.xml", "<fragment><set-header><value>1</value></set-header></fragment>"));

        assertThat(good).isEqualTo(new Cli(0, "", ""));
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out()).contains("b.xml:1:11: error: ").contains("name");
    }

    @Test
    void whatADocumentRefersToOutsideItselfIsTakenToExist() throws IOException {
        Path file = file(
                "policy.xml",
                "<policies><inbound><include-fragment fragment-id=\"elsewhere\" />"
                        + "<set-header name=\"A\"><value>{{secret}}</value></set-header></inbound></policies>");

        assertThat(Cli.run("validate", file)).isEqualTo(new Cli(0, "", ""));
    }

    @Test
    void aMissingFileIsAnErrorBesideTheOthers() throws IOException {
        Cli bad = Cli.run("validate", folder.resolve("missing.xml"), file("policy.xml", TWO_MISTAKES));

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out())
                .contains("missing.xml:1:1: error: there is no such file or folder")
                .contains("'five'");
    }

    @Test
    void aFileThatIsNoUtf8OrNoXmlIsAnError() throws IOException {
        Files.write(folder.resolve("latin.xml"), new byte[] {'<', 'p', (byte) 0xe9, '>'});

        assertThat(Cli.run("validate", folder.resolve("latin.xml")).exit()).isEqualTo(1);
        assertThat(Cli.run("validate", file("open.xml", "<policies><inbound>")).exit())
                .isEqualTo(1);
        assertThat(Cli.run("validate", file("doctype.xml", "<!DOCTYPE policies><policies/>"))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void theSampleFolderIsGood() {
        assertThat(Cli.run("validate", Cli.SAMPLE)).isEqualTo(new Cli(0, "", ""));
    }

    @Test
    void inAFolderWhatIsReferredToMustBeThere() throws IOException {
        file("policy.xml", "<policies><inbound><include-fragment fragment-id=\"elsewhere\" /></inbound></policies>");

        Cli bad = Cli.run("validate", folder);

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out()).contains("policy.xml:1:").contains("elsewhere");
    }

    @Test
    void besideAFileThatCannotBeReadTheMistakesOfEveryPolicyAreTold() throws IOException {
        Path unreadable = file("apis/a/apiInformation.json", "{\"properties\": ");
        Path api = file("apis/a/policy.xml", "<policies><inbound><set-method /></inbound></policies>");
        Path global = file("policy.xml", "<policies><inbound><set-hedaer /></inbound></policies>");
        Path product = file(
                "products/p/policy.xml",
                "<policies><inbound><rate-limit calls=\"x\" renewal-period=\"1\" />" + "</inbound></policies>");
        file("products/p/productInformation.json", "{\"properties\": {\"displayName\": \"P\"}}");
        Path fragment = file("policyFragments/f/policy.xml", "<fragment><set-method>GET</set-methd></fragment>");

        Cli bad = Cli.run("validate", folder);

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out())
                .contains(unreadable + ":1:")
                .contains(api + ":1:")
                .contains(global + ":1:20: error: there is no policy <set-hedaer>")
                .contains(product + ":1:")
                .contains("'x'")
                .contains(fragment + ":1:");
    }

    @Test
    void jsonIsAnArrayOfObjects() throws IOException {
        Path file = file("policy.xml", TWO_MISTAKES);

        Cli bad = Cli.run("validate", "--json", file);

        assertThat(bad.exit()).isEqualTo(1);
        JsonNode issues = Json.mapper().readTree(bad.out());
        assertThat(issues).hasSize(2);
        assertThat(issues.get(0).fieldNames())
                .toIterable()
                .containsExactly("path", "line", "column", "severity", "message");
        assertThat(issues.get(1).path("path").asText()).isEqualTo(file.toString());
        assertThat(issues.get(1).path("line").asInt()).isEqualTo(4);
        assertThat(issues.get(1).path("column").asInt()).isEqualTo(9);
        assertThat(issues.get(1).path("severity").asText()).isEqualTo("error");
        assertThat(Cli.run("validate", "--json", Cli.SAMPLE).out().strip()).isEqualTo("[]");
    }

    @Test
    void aMistakeInCsharpHasItsLineItsColumnAndACaret() throws IOException {
        Path file = file(
                "policy.xml",
                "<policies>\n<inbound>\n<set-variable name=\"a\" value=\"@{\n  var x = 1;\n  return x.Foo;\n}\" />\n</inbound>\n</policies>");

        Cli bad = Cli.run("validate", file);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out())
                .startsWith(file + ":5:12: error: 'int' has no member 'Foo'")
                .contains("  return x.Foo;\n           ^\n");

        Cli json = Cli.run("validate", "--json", file);
        assertThat(json.exit()).isEqualTo(1);
        JsonNode issue = Json.parse(json.out()).get(0);
        assertThat(issue.get("line").asInt()).isEqualTo(5);
        assertThat(issue.get("column").asInt()).isEqualTo(12);
        assertThat(issue.get("severity").asText()).isEqualTo("error");
    }
}
