package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Issue;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is built in Java is what would have been written in XML. */
class BuiltPoliciesTest {
    /** A policy and what the reader makes of it. */
    record Built(PolicyStep step, String shape) {
        @Override
        public String toString() {
            return shape;
        }
    }

    static Stream<Built> policies() {
        return Stream.of(
                new Built(base(), "base"),
                new Built(
                        cacheLookup()
                                .varyByDeveloper(true)
                                .varyByDeveloperGroups("@(false)")
                                .varyByQueryParameter("v")
                                .varyByHeader("Accept"),
                        "cache-lookup[vary-by-developer=true,vary-by-developer-groups=@(false)](vary-by-header\"Accept\""
                                + " vary-by-query-parameter\"v\")"),
                new Built(
                        cacheLookupValue("k", "v").defaultValue("none"),
                        "cache-lookup-value[key=k,variable-name=v,default-value=none]"),
                new Built(cacheRemoveValue("k"), "cache-remove-value[key=k]"),
                new Built(
                        cacheStore(ofMinutes(2)).cacheResponse(true), "cache-store[duration=120,cache-response=true]"),
                new Built(
                        cacheStoreValue().key("k").value("{{v}}").duration("{{d}}"),
                        "cache-store-value[key=k,value={{v}},duration={{d}}]"),
                new Built(
                        choose(
                                when("@(1 < 2 && true)", setMethod("PUT"), setStatus(404)),
                                when("true"),
                                otherwise(base())),
                        "choose(when[condition=@(1 < 2 && true)](set-method\"PUT\" set-status[code=404])"
                                + " when[condition=true] otherwise(base))"),
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
                        forwardRequest().timeoutMs(ofMillis(1500)).followRedirects("@(true)"),
                        "forward-request[timeout-ms=1500,follow-redirects=@(true)]"),
                new Built(includeFragment("common"), "include-fragment[fragment-id=common]"),
                new Built(
                        limitConcurrency()
                                .key("@(context.RequestId.ToString())")
                                .maxCount(3)
                                .steps(setMethod("GET")),
                        "limit-concurrency[key=@(context.RequestId.ToString()),max-count=3](set-method\"GET\")"),
                new Built(
                        mockResponse().statusCode(201).contentType("text/plain"),
                        "mock-response[status-code=201,content-type=text/plain]"),
                new Built(
                        rateLimit()
                                .calls(5)
                                .renewalPeriod(ofMinutes(1))
                                .api(api -> api.id("orders")
                                        .calls(2)
                                        .renewalPeriod(ofSeconds(10))
                                        .operation(op -> op.name("get").calls(1).renewalPeriod("10"))),
                        "rate-limit[calls=5,renewal-period=60](api[id=orders,calls=2,renewal-period=10]"
                                + "(operation[name=get,calls=1,renewal-period=10]))"),
                new Built(
                        rateLimitByKey()
                                .calls(5)
                                .renewalPeriod(ofMinutes(1))
                                .counterKey("@(context.Request.IpAddress)"),
                        "rate-limit-by-key[calls=5,renewal-period=60,counter-key=@(context.Request.IpAddress)]"),
                new Built(
                        retry().condition("@(context.Response.StatusCode == 503)")
                                .count(3)
                                .interval(ofMillis(500))
                                .steps(setMethod("GET")),
                        "retry[condition=@(context.Response.StatusCode == 503),count=3,interval=0.5](set-method\"GET\")"),
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
                        sendRequest("answer")
                                .setUrl("http://side.test/")
                                .setMethod("POST")
                                .setBody(setBody("x"))
                                .timeout(ofSeconds(5)),
                        "send-request[response-variable-name=answer,timeout=5](set-url\"http://side.test/\""
                                + " set-method\"POST\" set-body\"x\")"),
                new Built(
                        setBackendService().baseUrl("https://b.test"), "set-backend-service[base-url=https://b.test]"),
                new Built(setBody("@{ return \"a\"; }"), "set-body\"@{ return \"a\"; }\""),
                new Built(setHeader("X-Gateway").value("apim"), "set-header[name=X-Gateway](value\"apim\")"),
                new Built(setMethod("POST"), "set-method\"POST\""),
                new Built(setQueryParameter("q").value("1"), "set-query-parameter[name=q](value\"1\")"),
                new Built(setStatus("@(200)").reason("OK"), "set-status[code=@(200),reason=OK]"),
                new Built(setVariable("a", "@(1)"), "set-variable[name=a,value=@(1)]"),
                new Built(
                        trace("me")
                                .severity("error")
                                .message("hello")
                                .metadata(m -> m.name("a").value("b")),
                        "trace[source=me,severity=error](message\"hello\" metadata[name=a,value=b])"),
                new Built(
                        waitFor().mode("any").steps(choose(when("true", setMethod("GET")))),
                        "wait[for=any](choose(when[condition=true](set-method\"GET\")))"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyBuiltIsThePolicyWritten(Built built) {
        assertThat(ReadBack.shape(ReadBack.step(built.step()))).isEqualTo(built.shape());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyBuiltCompilesWithoutIssue(Built built) {
        Section section =
                spec(built.step().element().name()).sections().iterator().next();
        assertThat(ReadBack.issues(new PolicySection(section, List.of(built.step()))))
                .isEmpty();
    }

    @Test
    void noPolicyIsForgottenHere() {
        assertThat(policies().map(built -> built.step().element().name()))
                .containsExactlyInAnyOrderElementsOf(
                        Specs.all().stream().map(PolicySpec::name).toList());
    }

    private static PolicySpec spec(String name) {
        return Specs.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<PolicySpec> specs() {
        return Specs.all();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyAttributeCanBeGivenAsText(PolicySpec spec) throws ReflectiveOperationException {
        for (AttributeSpec attribute : spec.element().attributes()) {
            PolicyStep step = empty(spec);
            Object with = step.getClass()
                    .getMethod(Names.member(attribute.name()), String.class)
                    .invoke(step, "a & \"b\" < 'c'\n\t{{d}}");
            assertThat(ReadBack.step((PolicyStep) with)
                            .attribute(attribute.name())
                            .map(Value::text))
                    .contains("a & \"b\" < 'c'\n\t{{d}}");
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whatIsMissingIsTheIssueItIsInXml(PolicySpec spec) throws ReflectiveOperationException {
        Section section = spec.sections().iterator().next();
        PolicySource built = new PolicySection(section, List.of(empty(spec)));
        List<String> missing = Specs.mandatory(spec.element()).stream()
                .map(attribute -> "<" + spec.name() + "> lacks its attribute '" + attribute.name() + "'")
                .toList();
        assertThat(ReadBack.issues(built)).extracting(Issue::message).satisfies(messages -> {
            for (String message : missing) {
                assertThat(messages).anySatisfy(found -> assertThat(found).startsWith(message));
            }
        });
    }

    private static PolicyStep empty(PolicySpec spec) throws ReflectiveOperationException {
        try {
            return (PolicyStep)
                    (spec.name().equals("choose")
                            ? choose()
                            : Policies.class
                                    .getMethod(Names.member(spec.name()))
                                    .invoke(null));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void aPolicyOfSomebodyElseIsAStepToo() {
        PolicyStep teapot = () -> PolicyXml.of("teapot").attribute("strength", "2");
        PolicyElement read = ReadBack.step(teapot);
        assertThat(ReadBack.shape(read)).isEqualTo("teapot[strength=2]");
    }

    @Test
    void aBuilderIsNeverChanged() {
        RateLimit five = rateLimit().calls(5);
        RateLimit seven = five.calls(7).renewalPeriod(ofMinutes(1));
        assertThat(five).hasToString("<rate-limit calls=\"5\" />\n");
        assertThat(seven).hasToString("<rate-limit calls=\"7\" renewal-period=\"60\" />\n");
    }

    @Test
    void aTimeThatTheAttributeCannotHoldIsRefused() {
        assertThatThrownBy(() -> rateLimit().renewalPeriod(ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("renewal-period takes whole seconds, found PT1.5S");
        assertThatThrownBy(() -> forwardRequest().timeoutMs(java.time.Duration.ofNanos(1)))
                .hasMessage("timeout-ms takes whole milliseconds, found PT0.000000001S");
    }
}
