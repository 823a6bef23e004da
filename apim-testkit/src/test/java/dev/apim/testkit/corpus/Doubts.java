package dev.apim.testkit.corpus;

import dev.apim.Issue;
import dev.apim.core.expression.csharp.CSharpExpressions;
<<<<<<< HEAD
import java.util.LinkedHashMap;
=======
import java.util.HashMap;
>>>>>>> golden
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The warnings that real documents earn, and why each is right. */
final class Doubts {
    /** What later work brings: recognised by its text wherever it stands. */
    private static final List<Pattern> LATER = List.of(
            Pattern.compile(Pattern.quote(CSharpExpressions.NOT_EVALUATED)),
            Pattern.compile("policy <[a-z-]+> is not available in this version; .*"),
            Pattern.compile("<(authentication-[a-z-]+|proxy)> in send-request is not supported yet; .*"),
            Pattern.compile("set-body template=\"liquid\" needs the Liquid extension .*"),
            Pattern.compile(".* is for Service Fabric, which is not supported; .*"),
            Pattern.compile(".*needs a Dapr sidecar, which is not supported; .*"),
            Pattern.compile("http-version .*"),
            Pattern.compile("backend '.*' is a pool; pools are not supported yet, .*"),
            Pattern.compile("caching-type 'external' of .*"));

<<<<<<< HEAD
    private static final String TOOLKIT = "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__";
    private static final String SNIPPETS = "Azure__api-management-policy-snippets/examples__";
    private static final String LABS = "Azure-Samples__AI-Gateway/labs__";
    private static final String UNFILLED = "looks like a placeholder that nobody filled in";

=======
>>>>>>> golden
    /** What is doubtful in the document itself: path to a part of each message. */
    private static final Map<String, List<String>> OWN = own();

    private Doubts() {}

    /** Whether the warning says what a later version brings. */
    static boolean isOfLaterWork(Issue warning) {
        return LATER.stream().anyMatch(text -> text.matcher(warning.message()).matches());
    }

    /** Parts of the messages that a document earns by itself. */
    static List<String> of(String path) {
        return OWN.getOrDefault(path, List.of());
    }

    private static Map<String, List<String>> own() {
<<<<<<< HEAD
        Map<String, List<String>> own = new LinkedHashMap<>();
        own.put(LABS + "finops-framework__policy.xml", List.of("<choose> takes no text", "<choose> has no <when>"));
        own.put(
                LABS + "mcp-a2a-agents__src__a2a_servers__apim-api__v1__policy.xml",
                List.of("<cors> lacks <allowed-headers>"));
        for (int part = 1; part <= 4; part++) {
            own.put(LABS + "zero-to-production__policy-" + part + ".xml", List.of(UNFILLED));
        }
        own.put(
                SNIPPETS + "Authenticate-using-Managed-Identity-to-access-Event-Hub.xml",
                List.of("the query of base-url is left out"));
        own.put(SNIPPETS + "GET-a-file-from-blobStorage-account.xml", List.of(UNFILLED));
        own.put(SNIPPETS + "PUT-a-file-to-blobStorage-account.xml", List.of(UNFILLED));
        own.put(SNIPPETS + "Generate-Azure-Relay-Token.policy.xml", List.of("base-url is empty"));
        own.put(
                SNIPPETS + "Get-OAuth2-access-token-from-AAD-using-client-id-and-certificate-using-key-vault-manage-"
                        + "identity.xml",
                List.of("found '{{cachetime}]'; it " + UNFILLED));
        own.put(SNIPPETS + "Log-errors-to-Stackify.policy.xml", List.of("<trace> lacks <message>"));
        own.put(SNIPPETS + "Loopback-request-for-service-at-same-API-Management-service.xml", List.of(UNFILLED));
        own.put(SNIPPETS + "Query-CosmosDB.policy.xml", List.of(UNFILLED));
        own.put(TOOLKIT + "cache-conditional-store.xml", List.of("<cache-store> may stand only once"));
        own.put(TOOLKIT + "cache-lookup-store.xml", List.of("<vary-by-header> stands after what should follow it"));
        own.put(TOOLKIT + "forward-request.xml", List.of("<backend> should hold one statement"));
        own.put(TOOLKIT + "managed-identity-find-replace.xml", List.of("header 'Server' cannot be removed"));
        own.put(TOOLKIT + "set-backend-service.xml", List.of("<backend> should hold one statement"));
=======
        Map<String, List<String>> own = new HashMap<>();
        Resources.text("/corpus-doubts.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    List<String> parts = List.of(line.split(" \\| "));
                    own.put(parts.get(0), parts.subList(1, parts.size()));
                });
>>>>>>> golden
        return own;
    }
}
