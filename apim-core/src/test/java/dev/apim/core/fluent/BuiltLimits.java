package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.util.stream.Stream;

/** Limits and caches, built. */
final class BuiltLimits {
    private BuiltLimits() {}

    static Stream<Built> policies() {
        return Stream.of(
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
                        quota(ofDays(30))
                                .calls(10_000)
                                .bandwidth(3_000_000_000L)
                                .api(api -> api.name("Orders")
                                        .calls(100)
                                        .renewalPeriod(ofDays(1))
                                        .operation(operation -> operation
                                                .id("get")
                                                .bandwidth(40)
                                                .renewalPeriod(ofHours(1)))),
                        "quota[renewal-period=2592000,calls=10000,bandwidth=3000000000]("
                                + "api[name=Orders,calls=100,renewal-period=86400](operation[id=get,bandwidth=40,renewal-period=3600]))"),
                new Built(
                        quotaByKey()
                                .calls(100)
                                .renewalPeriod(ofHours(1))
                                .counterKey("@(context.Request.IpAddress)")
                                .incrementCondition("@(context.Response.StatusCode < 400)")
                                .incrementCount(2)
                                .firstPeriodStart("2026-01-01T00:00:00Z"),
                        "quota-by-key[calls=100,renewal-period=3600,counter-key=@(context.Request.IpAddress),"
                                + "increment-condition=@(context.Response.StatusCode < 400),increment-count=2,"
                                + "first-period-start=2026-01-01T00:00:00Z]"),
                new Built(
                        cacheLookup()
                                .varyByDeveloper(true)
                                .varyByDeveloperGroups("@(false)")
                                .varyByQueryParameter("v")
                                .varyByHeader("Accept"),
                        "cache-lookup[vary-by-developer=true,vary-by-developer-groups=@(false)](vary-by-header\"Accept\""
                                + " vary-by-query-parameter\"v\")"),
                new Built(
                        cacheStore(ofMinutes(2)).cacheResponse(true), "cache-store[duration=120,cache-response=true]"),
                new Built(
                        cacheLookupValue("k", "v").defaultValue("none"),
                        "cache-lookup-value[key=k,variable-name=v,default-value=none]"),
                new Built(
                        cacheStoreValue().key("k").value("{{v}}").duration("{{d}}"),
                        "cache-store-value[key=k,value={{v}},duration={{d}}]"),
                new Built(cacheRemoveValue("k"), "cache-remove-value[key=k]"),
                new Built(
                        cacheValue()
                                .key("@(context.Api.Id)")
                                .variableName("rates")
                                .refreshAfter(ofMinutes(5))
                                .expiresAfter(ofHours(1))
                                .cachingType("internal")
                                .value(setVariable("rates", "1"), setVariable("fresh", "@(true)")),
                        "cache-value[key=@(context.Api.Id),variable-name=rates,refresh-after=300,expires-after=3600,"
                                + "caching-type=internal](value(set-variable[name=rates,value=1] set-variable[name=fresh,value=@(true)]))"));
    }
}
