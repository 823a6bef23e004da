package dev.apim.core.expression.el;

import static dev.apim.core.expression.el.ElTestKit.issues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.expression.FakeExchange;
import dev.apim.core.expression.FakeResources;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.ExpressionException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out of expression languages as they are known from attacks on Java software, none of which leads anywhere here. */
class ElEscapeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "''.getClass()",
                "''.class",
                "''['class']",
                "''.getClass().forName('java.lang.Runtime')",
                "''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')",
                "''.class.forName('java.lang.Runtime').getMethod('exec', ''.class)",
                "\"\".getClass().forName(\"javax.script.ScriptEngineManager\").newInstance()",
                "context.getClass()",
                "context.class",
                "context['class']",
                "context['getClass']",
                "context.class.classLoader",
                "context.getClass().getClassLoader().loadClass('java.lang.System')",
                "context.class.protectionDomain.codeSource.location",
                "context.hashCode()",
                "context.notify()",
                "context.wait()",
                "context.toString()",
                "context.equals(context)",
                "context.gateway()",
                "context.received()",
                "context.execute(context)",
                "context.respondWith(null)",
                "context.put('a', 'b')",
                "context.Request.Method('POST')",
                "context.Request.setMethod('POST')",
                "context.Request.headers().add('a','b')",
                "context.Request.Headers.add('a', 'b')",
                "context.Request.Headers.set('a', 'b')",
                "context.Request.Headers.remove('a')",
                "context.Request.Headers.copy()",
                "context.Variables.put('a', 'b')",
                "context.Variables.clear()",
                "context.Variables.entrySet()",
                "context.Variables.getClass()",
                "context.Variables['v'].getClass()",
                "context.Variables['v'].clone()",
                "context.Variables['m'].put('a', 'b')",
                "context.Variables['r'].status(500, '')",
                "context.Variables['r'].body().take()",
                "context.Variables['v'].getClass().getName()",
                "context.Variables['v'].wait()",
                "context.Variables.v.class",
                "context.Request.Body.read(false)",
                "context.Request.Body.body()",
                "context.Request.Body.json.getClass()",
                "context.Request.Body.json.put('a', 1)",
                "context.Request.Body.json.removeAll()",
                "context.Request.Url.ToUri().toURL().openStream()",
                "context.Deployment.Certificates['signing'].pkcs12()",
                "context.Deployment.Certificates['signing'].Password",
                "T(java.lang.Runtime).getRuntime().exec('id')",
                "T(java.lang.System).getenv()",
                "new java.lang.ProcessBuilder('id').start()",
                "@java.lang.Runtime@getRuntime()",
                "#rt = @java.lang.Runtime@getRuntime()",
                "Runtime.getRuntime().exec('id')",
                "System.exit(1)",
                "System.getProperty('user.home')",
                "java.lang.System.getenv('PATH')",
                "Class.forName('java.lang.Runtime')",
                "Integer.MAX_VALUE",
                "Boolean.TRUE",
                "Math.random()",
                "Thread.sleep(100000)",
                "String('x')",
                "Object()",
                "java.util.ArrayList()",
                "request.getClass()",
                "session",
                "applicationScope",
                "param.x",
                "header['Host']",
                "cookie.x",
                "initParam",
                "pageContext.request.getSession().getServletContext()",
                "facesContext.externalContext",
                "view",
                "cc.attrs",
                "component.clientId",
                "self",
                "this",
                "_",
                "__class__",
                "[1,2].stream()",
                "[1,2].stream().map(x -> x.class).toList()",
                "{'a':1}.getClass()",
                "(x -> x)(context)",
                "(() -> context)()",
                "x = context; x.class",
                "context.Api.Id = 'x'",
                "context.Variables['a'] = 1",
                "fn:length('a')",
                "f(1)",
                "'a'.matches('(a+)+$')",
                "'a'.replaceAll('(a+)+', 'b')",
                "'a'.replaceFirst('a', 'b')",
                "'a'.repeat(1000000000)",
                "'a'.format('%1000000000d', 1)",
                "'a'.chars()",
                "'a'.lines()",
                "'a'.getBytes()",
                "'a'.intern()",
                "'a'.valueOf(1)",
                "''['getClass']()",
                "''['get' += 'Class']()",
                "context['Req' += 'uest']",
                "context[context.Variables['v']]",
                "context.Variables['r']['Bo' += 'dy'].AsString().getClass()",
                "context.Request.Headers.Keys.getClass()",
                "context.Api.Protocols.add('ftp')",
                "context.Api.Protocols.toArray()",
                "context.Subscription.getClass().getDeclaredFields()",
                "context.Product.State.getDeclaringClass()",
                "context.Timestamp.getClass()",
                "context.RequestId.randomUUID()",
            })
    void itIsRefusedWhenItIsCompiled(String payload) {
        for (String form :
                new String[] {"${" + payload + "}", "#{" + payload + "}", "${1 == 1 ? 1 : (" + payload + ")}"}) {
            assertThat(issues(form)).as(form).isNotEmpty().allMatch(issue -> issue.isError());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.Variables['v'].class",
                "context.Variables['v']['class']",
                "context.Variables['v']['getClass']",
                "context.Variables['v'].declaringClass",
                "context.Variables['m'].class",
                "context.Variables['m'].entrySet",
                "context.Variables['r'].class",
                "context.Variables['r']['Bo' += 'dy']",
                "context.Variables['r'][context.Variables['v']]",
                "context.Variables['host'].class",
                "context.Variables['host'].availableProcessors",
                "context.Variables['host'].freeMemory",
                "context.Variables['type'].name",
                "context.Variables['type'].classLoader",
                "context.Variables['type'].forName",
            })
    void whatLiesInAVariableShowsNothingBeyondTheTable(String payload) {
        FakeExchange exchange = FakeExchange.get("http://a.example/")
                .with(FakeResources.ALL)
                .variable("v", "Body")
                .variable("m", Map.of("k", 1))
                .variable("r", new ResponseMessage(200, "", new Headers(), Body.of("x")))
                .variable("host", Runtime.getRuntime())
                .variable("type", Runtime.class);
        assertThat(issues("${" + payload + "}")).isEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ElTestKit.eval("${" + payload + "}", exchange)))
                .isInstanceOf(ExpressionException.class);
    }
}
