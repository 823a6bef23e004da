package dev.apim.core.fluent;

import dev.apim.policy.Section;
import java.time.Duration;
import java.util.List;

/** Policies and documents of them, written in Java; made to be imported statically. Thread-safe. */
public final class Policies {
    private Policies() {}

    /** A document of these sections; the others stay those of the broader scope. */
    public static PolicySource policies(PolicySection... sections) {
        return new PolicySections(List.of(sections));
    }

    /**
     * The section {@code inbound}, and by itself a document. The broader scope's steps come first unless {@code base()}
     * stands elsewhere in it.
     */
    public static PolicySection inbound(PolicyStep... steps) {
        return new PolicySection(Section.INBOUND, List.of(steps));
    }

    /** The section {@code backend}, and by itself a document. Its steps take the place of the broader scope's. */
    public static PolicySection backend(PolicyStep... steps) {
        return new PolicySection(Section.BACKEND, List.of(steps));
    }

    /**
     * The section {@code outbound}, and by itself a document. The broader scope's steps come first unless {@code
     * base()} stands elsewhere in it.
     */
    public static PolicySection outbound(PolicyStep... steps) {
        return new PolicySection(Section.OUTBOUND, List.of(steps));
    }

    /**
     * The section {@code on-error}, and by itself a document. The broader scope's steps come first unless {@code
     * base()} stands elsewhere in it.
     */
    public static PolicySection onError(PolicyStep... steps) {
        return new PolicySection(Section.ON_ERROR, List.of(steps));
    }

    /** Names the gateway to the backend by user and password. */
    public static AuthenticationBasic authenticationBasic(String username, String password) {
        return new AuthenticationBasic(PolicyXml.of("authentication-basic"))
                .username(username)
                .password(password);
    }

    /** Names the gateway to the backend by a client certificate. */
    public static AuthenticationCertificate authenticationCertificate() {
        return new AuthenticationCertificate(PolicyXml.of("authentication-certificate"));
    }

    /** Names the gateway to the backend by a token of its identity. */
    public static AuthenticationManagedIdentity authenticationManagedIdentity(String resource) {
        return new AuthenticationManagedIdentity(PolicyXml.of("authentication-managed-identity")).resource(resource);
    }

    /** Runs the same section of the next broader scope. */
    public static Base base() {
        return new Base(PolicyXml.of("base"));
    }

    /** Answers a GET from the cache where cache-store has stored the response. */
    public static CacheLookup cacheLookup() {
        return new CacheLookup(PolicyXml.of("cache-lookup"));
    }

    /** Puts a stored value into a variable. */
    public static CacheLookupValue cacheLookupValue(String key, String variableName) {
        return new CacheLookupValue(PolicyXml.of("cache-lookup-value")).key(key).variableName(variableName);
    }

    /** Forgets a stored value. */
    public static CacheRemoveValue cacheRemoveValue(String key) {
        return new CacheRemoveValue(PolicyXml.of("cache-remove-value")).key(key);
    }

    /** Stores the response that cache-lookup did not find. */
    public static CacheStore cacheStore() {
        return new CacheStore(PolicyXml.of("cache-store"));
    }

    /** Stores the response that cache-lookup did not find. */
    public static CacheStore cacheStore(Duration duration) {
        return new CacheStore(PolicyXml.of("cache-store")).duration(duration);
    }

    /** Stores the response that cache-lookup did not find. */
    public static CacheStore cacheStore(String duration) {
        return new CacheStore(PolicyXml.of("cache-store")).duration(duration);
    }

    /** Stores a value for later requests. */
    public static CacheStoreValue cacheStoreValue() {
        return new CacheStoreValue(PolicyXml.of("cache-store-value"));
    }

    /** Takes a value from the cache, or computes and stores it. */
    public static CacheValue cacheValue() {
        return new CacheValue(PolicyXml.of("cache-value"));
    }

    /** Lets only requests with a header, of certain values, pass. */
    public static CheckHeader checkHeader() {
        return new CheckHeader(PolicyXml.of("check-header"));
    }

    /** Runs the first branch whose condition holds. */
    public static Choose choose(Choose.Branch... branches) {
        PolicyXml xml = PolicyXml.of("choose");
        for (Choose.Branch branch : branches) {
            xml = xml.child(branch.element());
        }
        return new Choose(xml);
    }

    /** A branch. A part of {@code choose}. */
    public static Choose.When when(String condition, PolicyStep... steps) {
        return new Choose.When(PolicyXml.of("when")).condition(condition).steps(steps);
    }

    /** Runs when no condition holds. A part of {@code choose}. */
    public static Choose.Otherwise otherwise(PolicyStep... steps) {
        return new Choose.Otherwise(PolicyXml.of("otherwise")).steps(steps);
    }

    /** Lets scripts of other origins call. */
    public static Cors cors() {
        return new Cors(PolicyXml.of("cors"));
    }

    /** Serves Adobe's policy file at /crossdomain.xml. */
    public static CrossDomain crossDomain() {
        return new CrossDomain(PolicyXml.of("cross-domain"));
    }

    /** Emits a value of a metric. */
    public static EmitMetric emitMetric(String name) {
        return new EmitMetric(PolicyXml.of("emit-metric")).name(name);
    }

    /** Replaces a text in the body, wherever it stands. */
    public static FindAndReplace findAndReplace(String from, String to) {
        return new FindAndReplace(PolicyXml.of("find-and-replace")).from(from).to(to);
    }

    /** Sends the request to the backend. */
    public static ForwardRequest forwardRequest() {
        return new ForwardRequest(PolicyXml.of("forward-request"));
    }

    /** Gets an access token that the credential manager holds. */
    public static GetAuthorizationContext getAuthorizationContext() {
        return new GetAuthorizationContext(PolicyXml.of("get-authorization-context"));
    }

    /** Runs a policy fragment in its place. */
    public static IncludeFragment includeFragment(String fragmentId) {
        return new IncludeFragment(PolicyXml.of("include-fragment")).fragmentId(fragmentId);
    }

    /** Invokes an output binding through the Dapr sidecar. */
    public static InvokeDaprBinding invokeDaprBinding(String name) {
        return new InvokeDaprBinding(PolicyXml.of("invoke-dapr-binding")).name(name);
    }

    /** Calls a backend or URL; without a variable, what it answers is the response. */
    public static InvokeRequest invokeRequest() {
        return new InvokeRequest(PolicyXml.of("invoke-request"));
    }

    /** Lets requests pass, or not, by the caller's address. */
    public static IpFilter ipFilter(String action) {
        return new IpFilter(PolicyXml.of("ip-filter")).action(action);
    }

    /** Converts a JSON body to XML. */
    public static JsonToXml jsonToXml(String apply) {
        return new JsonToXml(PolicyXml.of("json-to-xml")).apply(apply);
    }

    /** Wraps the response body in a call of the function that the client names. */
    public static Jsonp jsonp(String callbackParameterName) {
        return new Jsonp(PolicyXml.of("jsonp")).callbackParameterName(callbackParameterName);
    }

    /** Lets only so many requests at a time into its body. */
    public static LimitConcurrency limitConcurrency() {
        return new LimitConcurrency(PolicyXml.of("limit-concurrency"));
    }

    /** Writes an event to a logger; a request never fails for it. */
    public static LogToEventhub logToEventhub(String loggerId) {
        return new LogToEventhub(PolicyXml.of("log-to-eventhub")).loggerId(loggerId);
    }

    /** Ends the request with an example or a sample. */
    public static MockResponse mockResponse() {
        return new MockResponse(PolicyXml.of("mock-response"));
    }

    /** Sends the request through an HTTP proxy. */
    public static Proxy proxy(String url) {
        return new Proxy(PolicyXml.of("proxy")).url(url);
    }

    /** Publishes an event to a topic through the Dapr sidecar. */
    public static PublishToDapr publishToDapr(String topic) {
        return new PublishToDapr(PolicyXml.of("publish-to-dapr")).topic(topic);
    }

    /** Limits the calls and kilobytes of a subscription in a long fixed window. */
    public static Quota quota() {
        return new Quota(PolicyXml.of("quota"));
    }

    /** Limits the calls and kilobytes of a subscription in a long fixed window. */
    public static Quota quota(Duration renewalPeriod) {
        return new Quota(PolicyXml.of("quota")).renewalPeriod(renewalPeriod);
    }

    /** Limits the calls and kilobytes of a subscription in a long fixed window. */
    public static Quota quota(String renewalPeriod) {
        return new Quota(PolicyXml.of("quota")).renewalPeriod(renewalPeriod);
    }

    /** Limits the calls and kilobytes with the same key in a long fixed window. */
    public static QuotaByKey quotaByKey() {
        return new QuotaByKey(PolicyXml.of("quota-by-key"));
    }

    /** Limits how often a subscription may call in a sliding window. */
    public static RateLimit rateLimit() {
        return new RateLimit(PolicyXml.of("rate-limit"));
    }

    /** Limits how often calls with the same key may come in a sliding window. */
    public static RateLimitByKey rateLimitByKey() {
        return new RateLimitByKey(PolicyXml.of("rate-limit-by-key"));
    }

    /** Puts the gateway's URL in bodies where the backend's stands. */
    public static RedirectContentUrls redirectContentUrls() {
        return new RedirectContentUrls(PolicyXml.of("redirect-content-urls"));
    }

    /** Repeats its body while a condition holds. */
    public static Retry retry() {
        return new Retry(PolicyXml.of("retry"));
    }

    /** Ends the request with this response. */
    public static ReturnResponse returnResponse() {
        return new ReturnResponse(PolicyXml.of("return-response"));
    }

    /** Replaces the path and query sent to the backend. */
    public static RewriteUri rewriteUri(String template) {
        return new RewriteUri(PolicyXml.of("rewrite-uri")).template(template);
    }

    /** Calls another service and does not wait for its response. */
    public static SendOneWayRequest sendOneWayRequest() {
        return new SendOneWayRequest(PolicyXml.of("send-one-way-request"));
    }

    /** Calls another service and keeps its response in a variable. */
    public static SendRequest sendRequest(String responseVariableName) {
        return new SendRequest(PolicyXml.of("send-request")).responseVariableName(responseVariableName);
    }

    /** Sends a message to a queue or topic of Service Bus. */
    public static SendServiceBusMessage sendServiceBusMessage(String namespace) {
        return new SendServiceBusMessage(PolicyXml.of("send-service-bus-message")).namespace(namespace);
    }

    /** Sends the request to another base URL or backend. */
    public static SetBackendService setBackendService() {
        return new SetBackendService(PolicyXml.of("set-backend-service"));
    }

    /** Replaces the body. */
    public static SetBody setBody(String text) {
        return new SetBody(PolicyXml.of("set-body")).text(text);
    }

    /** Sets, adds to or removes a header. */
    public static SetHeader setHeader(String name) {
        return new SetHeader(PolicyXml.of("set-header")).name(name);
    }

    /** Sets the request's method. */
    public static SetMethod setMethod(String text) {
        return new SetMethod(PolicyXml.of("set-method")).text(text);
    }

    /** Sets, adds to or removes a query parameter. */
    public static SetQueryParameter setQueryParameter(String name) {
        return new SetQueryParameter(PolicyXml.of("set-query-parameter")).name(name);
    }

    /** Sets the status code and the reason phrase. */
    public static SetStatus setStatus() {
        return new SetStatus(PolicyXml.of("set-status"));
    }

    /** Sets the status code and the reason phrase. */
    public static SetStatus setStatus(int code) {
        return new SetStatus(PolicyXml.of("set-status")).code(code);
    }

    /** Sets the status code and the reason phrase. */
    public static SetStatus setStatus(String code) {
        return new SetStatus(PolicyXml.of("set-status")).code(code);
    }

    /** Keeps a value for the rest of the request. */
    public static SetVariable setVariable(String name, String value) {
        return new SetVariable(PolicyXml.of("set-variable")).name(name).value(value);
    }

    /** Writes a message to the trace and to the log. */
    public static Trace trace(String source) {
        return new Trace(PolicyXml.of("trace")).source(source);
    }

    /** Lets only requests with a token of Microsoft Entra ID pass. */
    public static ValidateAzureAdToken validateAzureAdToken(String tenantId) {
        return new ValidateAzureAdToken(PolicyXml.of("validate-azure-ad-token")).tenantId(tenantId);
    }

    /** Lets only clients with an accepted certificate pass. */
    public static ValidateClientCertificate validateClientCertificate() {
        return new ValidateClientCertificate(PolicyXml.of("validate-client-certificate"));
    }

    /** Lets only requests with a valid JSON Web Token pass. */
    public static ValidateJwt validateJwt() {
        return new ValidateJwt(PolicyXml.of("validate-jwt"));
    }

    /** Runs its children side by side. */
    public static Wait waitFor() {
        return new Wait(PolicyXml.of("wait"));
    }

    /** Converts an XML body to JSON. */
    public static XmlToJson xmlToJson(String kind, String apply) {
        return new XmlToJson(PolicyXml.of("xml-to-json")).kind(kind).apply(apply);
    }

    /** Transforms the body by an XSLT 1.0 stylesheet. */
    public static XslTransform xslTransform() {
        return new XslTransform(PolicyXml.of("xsl-transform"));
    }
}
