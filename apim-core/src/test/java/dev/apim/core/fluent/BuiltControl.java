package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;

import java.util.stream.Stream;

/** Flow, routing and responses, built. */
final class BuiltControl {
    private BuiltControl() {}

    static Stream<Built> policies() {
        return Stream.of(
                new Built(base(), "base"),
                new Built(
                        choose(
                                when("@(1 < 2 && true)", setMethod("PUT"), setStatus(404)),
                                when("true"),
                                otherwise(base())),
                        "choose(when[condition=@(1 < 2 && true)](set-method\"PUT\" set-status[code=404])"
                                + " when[condition=true] otherwise(base))"),
                new Built(includeFragment("common"), "include-fragment[fragment-id=common]"),
                new Built(
                        limitConcurrency()
                                .key("@(context.RequestId.ToString())")
                                .maxCount(3)
                                .steps(setMethod("GET")),
                        "limit-concurrency[key=@(context.RequestId.ToString()),max-count=3](set-method\"GET\")"),
                new Built(
                        retry().condition("@(context.Response.StatusCode == 503)")
                                .count(3)
                                .interval(ofMillis(500))
                                .steps(setMethod("GET")),
                        "retry[condition=@(context.Response.StatusCode == 503),count=3,interval=0.5](set-method\"GET\")"),
                new Built(
                        waitFor().mode("any").steps(choose(when("true", setMethod("GET")))),
                        "wait[for=any](choose(when[condition=true](set-method\"GET\")))"),
                new Built(
                        cors().exposeHeaders(headers -> headers.header("ETag"))
                                .allowedOrigins(origins ->
                                        origins.origin("https://a.test").origin("https://b.test"))
                                .allowedHeaders(headers -> headers.header("*"))
                                .allowedMethods(methods -> methods.preflightResultMaxAge(ofMinutes(5))
                                        .method("GET"))
                                .allowCredentials(true),
                        "cors[allow-credentials=true](allowed-origins(origin\"https://a.test\" origin\"https://b.test\")"
                                + " allowed-methods[preflight-result-max-age=300](method\"GET\")"
                                + " allowed-headers(header\"*\") expose-headers(header\"ETag\"))"),
                new Built(
                        crossDomain()
                                .crossDomainPolicy(file -> file.allowAccessFrom(
                                                from -> from.domain("*.a.test").secure("true"))
                                        .allowAccessFromIdentity(identity ->
                                                identity.signatory(who -> who.certificate(certificate -> certificate
                                                        .fingerprint("01:23")
                                                        .fingerprintAlgorithm("sha-1"))))
                                        .allowHttpRequestHeadersFrom(
                                                from -> from.domain("*").headers("X-*"))
                                        .siteControl(site -> site.permittedCrossDomainPolicies("master-only"))),
                        "cross-domain(cross-domain-policy(site-control[permitted-cross-domain-policies=master-only]"
                                + " allow-access-from[domain=*.a.test,secure=true]"
                                + " allow-access-from-identity(signatory(certificate[fingerprint=01:23,fingerprint-algorithm=sha-1]))"
                                + " allow-http-request-headers-from[domain=*,headers=X-*]))"),
                new Built(
                        forwardRequest().timeoutMs(ofMillis(1500)).followRedirects("@(true)"),
                        "forward-request[timeout-ms=1500,follow-redirects=@(true)]"),
                new Built(
                        mockResponse().statusCode(201).contentType("text/plain"),
                        "mock-response[status-code=201,content-type=text/plain]"),
                new Built(
                        proxy("http://proxy.test:3128").username("me").password("{{password}}"),
                        "proxy[url=http://proxy.test:3128,username=me,password={{password}}]"),
                new Built(
                        returnResponse()
                                .setBody(setBody("{\"a\": \"<&>\"}"))
                                .setHeader(setHeader("X-A").value("1").value("2"))
                                .setStatus(setStatus(200).reason("Fine")),
                        "return-response(set-status[code=200,reason=Fine] set-header[name=X-A](value\"1\" value\"2\")"
                                + " set-body\"{\"a\": \"<&>\"}\")"),
                new Built(
                        rewriteUri("/a?b=c&d=e").copyUnmatchedParams(false),
                        "rewrite-uri[template=/a?b=c&d=e,copy-unmatched-params=false]"),
                new Built(
                        setBackendService().baseUrl("https://b.test"), "set-backend-service[base-url=https://b.test]"));
    }
}
