package dev.apim.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTokensTest {
    /** The conversation whose tokens the maker of these models publishes. */
    private static final String JARGON = "\"messages\":["
            + message(
                    "system",
                    "",
                    "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.")
            + "," + message("system", "example_user", "New synergies will help drive top-line growth.")
            + "," + message("system", "example_assistant", "Things working well together will increase revenue.")
            + ","
            + message(
                    "system",
                    "example_user",
                    "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.")
            + ","
            + message("system", "example_assistant", "Let's talk later when we're less busy about how to do better.")
            + ","
            + message(
                    "user",
                    "",
                    "This late pivot means we don't have time to boil the ocean for the client deliverable.")
            + "]";

    private static String message(String role, String name, String content) {
        return "{\"role\":\"" + role + "\"," + (name.isEmpty() ? "" : "\"name\":\"" + name + "\",") + "\"content\":\""
                + content + "\"}";
    }

    private static long count(String json) {
        return count(json, "/chat/completions");
    }

    private static long count(String json, String path) {
        return PromptTokens.of(ModelRequest.parse(json.getBytes(StandardCharsets.UTF_8), path));
    }

    @Test
    void aPublishedConversationHasThePublishedCounts() {
        assertThat(count("{\"model\":\"gpt-4-0613\"," + JARGON + "}")).isEqualTo(129);
        assertThat(count("{\"model\":\"gpt-4o\"," + JARGON + "}")).isEqualTo(124);
    }

    @Test
    void aDeploymentInThePathSaysTheModel() {
        String path = "/openai/deployments/my-gpt-4o-mini/chat/completions";

        assertThat(count("{" + JARGON + "}", path)).isEqualTo(124);
        assertThat(count("{" + JARGON + "}", "/openai/deployments/gpt-35-turbo/chat/completions"))
                .isEqualTo(129);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-2024-08-06, O200K_BASE",
        "o3-mini, O200K_BASE",
        "gpt-5-nano, O200K_BASE",
        "GPT-4-turbo, CL100K_BASE",
        "gpt-35-turbo-16k, CL100K_BASE",
        "text-embedding-3-large, CL100K_BASE",
        "text-embedding-ada-002, CL100K_BASE",
        "text-davinci-003, P50K_BASE",
        "davinci, R50K_BASE",
        "llama-3, O200K_BASE"
    })
    void aModelHasTheVocabularyOfItsFamily(String model, EncodingType expected) {
        assertThat(Tokenizer.type(model)).isEqualTo(expected);
    }

    @Test
    void completionsAndEmbeddingsCountTheirTexts() {
        assertThat(count("{\"model\":\"gpt-4o\",\"prompt\":\"hello\"}")).isEqualTo(1);
        assertThat(count("{\"model\":\"gpt-4o\",\"prompt\":[\"hello\",\"hello\"]}"))
                .isEqualTo(2);
        assertThat(count("{\"model\":\"gpt-4o\",\"input\":\"hello world\"}")).isEqualTo(2);
    }

    @Test
    void tokensThatAreMadeAlreadyCountAsTheyAre() {
        assertThat(count("{\"input\":[1,2,3]}")).isEqualTo(3);
        assertThat(count("{\"input\":[[1,2],[3,4,5]]}")).isEqualTo(5);
    }

    @Test
    void responsesCountInstructionsAndItems() {
        assertThat(count("{\"model\":\"gpt-4o\",\"instructions\":\"hello\",\"input\":\"hello\"}"))
                .isEqualTo(2);
        assertThat(count("{\"model\":\"gpt-4o\",\"input\":[{\"role\":\"user\",\"content\":"
                        + "[{\"type\":\"input_text\",\"text\":\"hello\"}]}]}"))
                .isEqualTo(5);
    }

    @Test
    void anImageCountsAsTheMostOneTakes() {
        assertThat(count("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"hello\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:xyz\"}}]}]}"))
                .isEqualTo(Models.HELLO_TOKENS + 1_200);
    }

    @Test
    void whatCannotBeReadIsNeverTakenForNothing() {
        String twice = "{\"prompt\":\"a\",\"prompt\":\"hello world, a backend may be less strict\"}";

        assertThat(count(twice)).isGreaterThan(10);
        assertThat(count("not json")).isPositive();
        assertThat(count("{}")).isZero();
        assertThat(count("")).isZero();
    }

    @Test
    void specialTokensInATextAreText() {
        assertThat(count("{\"model\":\"gpt-4o\",\"prompt\":\"<|endoftext|>\"}")).isGreaterThan(1);
    }
}
