package dev.apim.benchmarks;

import java.util.Locale;
import java.util.function.Function;

/**
 * A policy in a program, as it is mostly written. The first thirty are the ones that public documents use most, in that order; the rest
 * are limits that have the same goal.
 */
public enum PolicyRow {
    /** One level of inheritance more. */
    BASE(program(1).inbound("<base />")),
    /** A field with a literal value. */
    SET_HEADER(program(10)
            .inbound("<set-header name=\"X-Part-%d\" exists-action=\"override\"><value>part</value></set-header>")
            .atMost(300)),
    /** Another backend. */
    SET_BACKEND_SERVICE(program(10)
            .inbound("<set-backend-service base-url=\"https://orders-%d.example/api\" />")
            .atMost(300)),
    /** A variable from a field. */
    SET_VARIABLE(program(10)
            .inbound("<set-variable name=\"caller-%d\""
                    + " value='@(context.Request.Headers.GetValueOrDefault(\"X-Caller\", \"nobody\"))' />")
            .atMost(300)),
    /** Two conditions, the second of which holds. */
    CHOOSE(program(10)
            .inbound("<choose><when condition='@(context.Request.Method == \"POST\")' />"
                    + "<when condition='@(context.Operation.Id == \"get\")' /><otherwise /></choose>")),
    /** A response of one's own. */
    RETURN_RESPONSE(program(1)
            .inbound("<return-response><set-status code=\"202\" reason=\"Accepted\" />"
                    + "<set-header name=\"X-Part\"><value>part</value></set-header></return-response>")),
    /** A body from JSON that an expression makes. */
    SET_BODY(program(10).outbound("<set-body>@(new JObject(new JProperty(\"id\", \"%d\")).ToString())</set-body>")),
    /** A status. */
    SET_STATUS(program(10).outbound("<set-status code=\"202\" reason=\"Accepted\" />")),
    /** Another path, with a parameter of the template. */
    REWRITE_URI(
            program(10).inbound("<rewrite-uri template=\"/v%d/orders/{id}\" />").atMost(300)),
    /** Another method. */
    SET_METHOD(program(10).inbound("<set-method>PUT</set-method>").atMost(300)),
    /** A request to a service that answers at once. */
    SEND_REQUEST(
            program(5)
                    .inbound(
                            "<send-request mode=\"new\" response-variable-name=\"answer\" timeout=\"20\" ignore-error=\"true\">"
                                    + "<set-url>https://stock.example/items/%d</set-url><set-method>GET</set-method></send-request>")),
    /** A token of the identity endpoint that is still valid. */
    AUTHENTICATION_MANAGED_IDENTITY(
            program(5).inbound("<authentication-managed-identity resource=\"https://vault.azure.net\" />")),
    /** A request of another origin. */
    CORS(program(1)
            .inbound("<cors><allowed-origins><origin>https://shop.example</origin></allowed-origins>"
                    + "<allowed-headers><header>*</header></allowed-headers></cors>")),
    /** A fragment that is empty. */
    INCLUDE_FRAGMENT(program(10).inbound("<include-fragment fragment-id=\"empty\" />")),
    /** A value that is there. */
    CACHE_LOOKUP_VALUE(program(10)
            .always("<cache-store-value key=\"stock\" value=\"many\" duration=\"3600\" />")
            .inbound("<cache-lookup-value key=\"stock\" variable-name=\"stock-%d\" />")),
    /** A value kept. */
    CACHE_STORE_VALUE(
            program(10)
                    .inbound(
                            "<cache-store-value key='@(\"stock-\" + context.Operation.Id)' value=\"many\" duration=\"3600\" />")),
    /** A request to a backend that answers at once. */
    FORWARD_REQUEST(program(1).backend("<forward-request timeout=\"60\" />")),
    /** A trace nobody asked for. */
    TRACE(program(10)
            .inbound(
                    "<trace source=\"orders\" severity=\"information\"><message>@(context.RequestId.ToString())</message>"
                            + "</trace>")),
    /** A limit for each address. */
    RATE_LIMIT_BY_KEY(program(5)
            .inbound(
                    "<rate-limit-by-key calls=\"2000000000\" renewal-period=\"6%d\" counter-key=\"@(context.Request.IpAddress)\" />")
            .atMost(300)),
    /** A token that was verified before. */
    VALIDATE_JWT(program(5)
            .inbound(
                    "<validate-jwt header-name=\"Authorization\" failed-validation-httpcode=\"401\" require-scheme=\"Bearer\""
                            + " output-token-variable-name=\"jwt-%d\"><issuer-signing-keys><key>{{signing-key}}</key>"
                            + "</issuer-signing-keys><audiences><audience>api://orders</audience></audiences>"
                            + "<issuers><issuer>https://login.example</issuer></issuers>"
                            + "<required-claims><claim name=\"roles\" match=\"any\"><value>reader</value></claim></required-claims>"
                            + "</validate-jwt>")
            .atMost(2_000)),
    /** A parameter of the query. */
    SET_QUERY_PARAMETER(
            program(10)
                    .inbound(
                            "<set-query-parameter name=\"part-%d\" exists-action=\"override\"><value>1</value></set-query-parameter>")),
    /** Something that succeeds at once. */
    RETRY(
            program(10)
                    .inbound(
                            "<retry condition=\"@(context.Variables.ContainsKey(&quot;failed&quot;))\" count=\"3\" interval=\"1\" />")),
    /** A text in a body of a thousand bytes. */
    FIND_AND_REPLACE(program(1)
            .backendIn("<forward-request />")
            .outbound("<find-and-replace from=\"http://backend.example\" to=\"https://shop.example\" />")),
    /** A field that has to be there. */
    CHECK_HEADER(program(10)
            .inbound("<check-header name=\"X-Caller\" failed-check-httpcode=\"401\" failed-check-error-message=\"Who?\""
                    + " ignore-case=\"true\"><value>shop</value></check-header>")
            .atMost(300)),
    /** A value that is not there. */
    CACHE_REMOVE_VALUE(program(10).inbound("<cache-remove-value key=\"stock-%d\" />")),
    /** A limit for each subscription. */
    RATE_LIMIT(program(1)
            .inbound("<rate-limit calls=\"2000000000\" renewal-period=\"60\" />")
            .atMost(300)),
    /** A response that is not there, and is kept. */
    CACHE_STORE(program(1)
            .backendIn("<forward-request />")
            .inbound("<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\">"
                    + "<vary-by-header>X-Number</vary-by-header></cache-lookup>")
            .outbound("<cache-store duration=\"60\" />")),
    /** What the backend's answer says it used. */
    AZURE_OPENAI_EMIT_TOKEN_METRIC(program(1)
            .backendIn("<forward-request />")
            .inbound("<azure-openai-emit-token-metric namespace=\"models\"><dimension name=\"API ID\" />"
                    + "</azure-openai-emit-token-metric>")),
    /** A response that is there. */
    CACHE_LOOKUP(program(1)
            .inbound("<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\" />")
            .outbound("<cache-store duration=\"31536000\" />")),
    /** What the backend's answer says it used, held against a limit. */
    AZURE_OPENAI_TOKEN_LIMIT(program(1)
            .backendIn("<forward-request />")
            .inbound(
                    "<azure-openai-token-limit counter-key=\"@(context.Request.IpAddress)\" tokens-per-minute=\"2000000000\""
                            + " estimate-prompt-tokens=\"false\" />")),
    /** A quota for each address. */
    QUOTA_BY_KEY(program(5)
            .inbound(
                    "<quota-by-key calls=\"1000000000\" renewal-period=\"86400%d\" counter-key=\"@(context.Request.IpAddress)\" />")
            .atMost(300)),
    /** A permit taken and given back. */
    LIMIT_CONCURRENCY(program(10)
            .inbound("<limit-concurrency key=\"@(context.Request.IpAddress)\" max-count=\"2%d\" />")
            .atMost(300)),
    /** One of three ranges. */
    IP_FILTER(program(10)
            .inbound("<ip-filter action=\"allow\"><address>192.0.2.1</address>"
                    + "<address-range from=\"198.51.100.0\" to=\"198.51.100.255\" />"
                    + "<address-range from=\"203.0.113.0\" to=\"203.0.113.255\" /></ip-filter>"));

    private final Program program;

    PolicyRow(Program program) {
        this.program = program;
    }

    /** The element. */
    String element() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the request is one for a language model. */
    boolean isForModels() {
        return name().startsWith("AZURE_OPENAI");
    }

    /** Whether a trace names it; what is only a way to other statements is not named. */
    boolean isTraced() {
        return this != BASE && this != INCLUDE_FRAGMENT && this != CHOOSE && this != RETRY && this != LIMIT_CONCURRENCY;
    }

    /** How often it runs in a request. */
    int copies() {
        return program.copies;
    }

    /** Nanoseconds that it may take; infinite without a goal of its own. */
    double goal() {
        return program.goal;
    }

    /** The document with all copies, or with what it has in any case. */
    String document(boolean with) {
        Function<String, String> repeated = text -> with ? program.repeated(text) : "";
        return "<policies><inbound>" + program.always + repeated.apply(program.inbound) + "</inbound><backend>"
                + program.backendIn + repeated.apply(program.backend) + "</backend><outbound>"
                + repeated.apply(program.outbound) + "</outbound><on-error /></policies>";
    }

    private static Program program(int copies) {
        return new Program(copies, "", "", "", "", "", Double.POSITIVE_INFINITY);
    }

    /**
     * What stands in each section.
     *
     * @param copies how often the policy stands there; {@code %d} is the copy's number
     * @param always in inbound, in the program without the policy too
     * @param backendIn in backend, in the program without the policy too
     */
    private record Program(
            int copies, String always, String backendIn, String inbound, String backend, String outbound, double goal) {
        private Program always(String text) {
            return new Program(copies, text, backendIn, inbound, backend, outbound, goal);
        }

        private Program backendIn(String text) {
            return new Program(copies, always, text, inbound, backend, outbound, goal);
        }

        private Program inbound(String text) {
            return new Program(copies, always, backendIn, text, backend, outbound, goal);
        }

        private Program backend(String text) {
            return new Program(copies, always, backendIn, inbound, text, outbound, goal);
        }

        private Program outbound(String text) {
            return new Program(copies, always, backendIn, inbound, backend, text, goal);
        }

        private Program atMost(double nanos) {
            return new Program(copies, always, backendIn, inbound, backend, outbound, nanos);
        }

        private String repeated(String text) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < copies; i++) {
                all.append(text.replace("%d", Integer.toString(i)));
            }
            return all.toString();
        }
    }
}
