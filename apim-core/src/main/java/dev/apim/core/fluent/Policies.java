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

    /** Runs the same section of the next broader scope. */
    public static Base base() {
        return new Base(PolicyXml.of("base"));
    }

    /** Answers a GET from the cache where cache-store has stored the response. */
    public static CacheLookup cacheLookup() {
        return new CacheLookup(PolicyXml.of("cache-lookup"));
    }

    /** Puts a stored value into a variable. */
    public static CacheLookupValue cacheLookupValue() {
        return new CacheLookupValue(PolicyXml.of("cache-lookup-value"));
    }

    /** Puts a stored value into a variable. */
    public static CacheLookupValue cacheLookupValue(String key, String variableName) {
        return new CacheLookupValue(PolicyXml.of("cache-lookup-value")).key(key).variableName(variableName);
    }

    /** Forgets a stored value. */
    public static CacheRemoveValue cacheRemoveValue() {
        return new CacheRemoveValue(PolicyXml.of("cache-remove-value"));
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

    /** Sends the request to the backend. */
    public static ForwardRequest forwardRequest() {
        return new ForwardRequest(PolicyXml.of("forward-request"));
    }

    /** Runs a policy fragment in its place. */
    public static IncludeFragment includeFragment() {
        return new IncludeFragment(PolicyXml.of("include-fragment"));
    }

    /** Runs a policy fragment in its place. */
    public static IncludeFragment includeFragment(String fragmentId) {
        return new IncludeFragment(PolicyXml.of("include-fragment")).fragmentId(fragmentId);
    }

    /** Lets only so many requests at a time into its body. */
    public static LimitConcurrency limitConcurrency() {
        return new LimitConcurrency(PolicyXml.of("limit-concurrency"));
    }

    /** Ends the request with an example or a sample. */
    public static MockResponse mockResponse() {
        return new MockResponse(PolicyXml.of("mock-response"));
    }

    /** Limits how often a subscription may call in a sliding window. */
    public static RateLimit rateLimit() {
        return new RateLimit(PolicyXml.of("rate-limit"));
    }

    /** Limits how often calls with the same key may come in a sliding window. */
    public static RateLimitByKey rateLimitByKey() {
        return new RateLimitByKey(PolicyXml.of("rate-limit-by-key"));
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
    public static RewriteUri rewriteUri() {
        return new RewriteUri(PolicyXml.of("rewrite-uri"));
    }

    /** Replaces the path and query sent to the backend. */
    public static RewriteUri rewriteUri(String template) {
        return new RewriteUri(PolicyXml.of("rewrite-uri")).template(template);
    }

    /** Calls another service and keeps its response in a variable. */
    public static SendRequest sendRequest() {
        return new SendRequest(PolicyXml.of("send-request"));
    }

    /** Calls another service and keeps its response in a variable. */
    public static SendRequest sendRequest(String responseVariableName) {
        return new SendRequest(PolicyXml.of("send-request")).responseVariableName(responseVariableName);
    }

    /** Sends the request to another base URL or backend. */
    public static SetBackendService setBackendService() {
        return new SetBackendService(PolicyXml.of("set-backend-service"));
    }

    /** Replaces the body. */
    public static SetBody setBody() {
        return new SetBody(PolicyXml.of("set-body"));
    }

    /** Replaces the body. */
    public static SetBody setBody(String text) {
        return new SetBody(PolicyXml.of("set-body")).text(text);
    }

    /** Sets, adds to or removes a header. */
    public static SetHeader setHeader() {
        return new SetHeader(PolicyXml.of("set-header"));
    }

    /** Sets, adds to or removes a header. */
    public static SetHeader setHeader(String name) {
        return new SetHeader(PolicyXml.of("set-header")).name(name);
    }

    /** Sets the request's method. */
    public static SetMethod setMethod() {
        return new SetMethod(PolicyXml.of("set-method"));
    }

    /** Sets the request's method. */
    public static SetMethod setMethod(String text) {
        return new SetMethod(PolicyXml.of("set-method")).text(text);
    }

    /** Sets, adds to or removes a query parameter. */
    public static SetQueryParameter setQueryParameter() {
        return new SetQueryParameter(PolicyXml.of("set-query-parameter"));
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
    public static SetVariable setVariable() {
        return new SetVariable(PolicyXml.of("set-variable"));
    }

    /** Keeps a value for the rest of the request. */
    public static SetVariable setVariable(String name, String value) {
        return new SetVariable(PolicyXml.of("set-variable")).name(name).value(value);
    }

    /** Writes a message to the trace and to the log. */
    public static Trace trace() {
        return new Trace(PolicyXml.of("trace"));
    }

    /** Writes a message to the trace and to the log. */
    public static Trace trace(String source) {
        return new Trace(PolicyXml.of("trace")).source(source);
    }

    /** Runs its children side by side. */
    public static Wait waitFor() {
        return new Wait(PolicyXml.of("wait"));
    }
}
