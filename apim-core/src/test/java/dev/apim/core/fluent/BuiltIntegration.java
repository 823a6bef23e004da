package dev.apim.core.fluent;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofSeconds;

import java.util.stream.Stream;

/** Calls, events and measures, built. */
final class BuiltIntegration {
    private BuiltIntegration() {}

    static Stream<Built> policies() {
        return Stream.of(
                new Built(
                        sendRequest("answer")
                                .setUrl("http://side.test/")
                                .setMethod("POST")
                                .authenticationManagedIdentity(authenticationManagedIdentity("https://vault.azure.net"))
                                .setBody(setBody("x"))
                                .timeout(ofSeconds(5)),
                        "send-request[response-variable-name=answer,timeout=5](set-url\"http://side.test/\""
                                + " set-method\"POST\" set-body\"x\""
                                + " authentication-managed-identity[resource=https://vault.azure.net])"),
                new Built(
                        sendOneWayRequest()
                                .mode("copy")
                                .timeout(ofSeconds(5))
                                .proxy(proxy("http://proxy.test:3128"))
                                .authenticationBasic(authenticationBasic("me", "{{password}}"))
                                .setHeader(setHeader("X-A").value("1"))
                                .setHeader(setHeader("X-B").existsAction("delete"))
                                .setUrl("http://side.test/"),
                        "send-one-way-request[mode=copy,timeout=5](set-url\"http://side.test/\" set-header[name=X-A](value\"1\")"
                                + " set-header[name=X-B,exists-action=delete]"
                                + " authentication-basic[username=me,password={{password}}]"
                                + " proxy[url=http://proxy.test:3128])"),
                new Built(
                        sendServiceBusMessage("shop.servicebus.windows.net")
                                .queueName("orders")
                                .payload("<order id=\"1\"/> & {{more}}")
                                .messageProperties(properties -> properties
                                        .messageProperty(property ->
                                                property.name("kind").text("order"))
                                        .messageProperty(
                                                property -> property.name("api").text("@(context.Api.Id)"))),
                        "send-service-bus-message[namespace=shop.servicebus.windows.net,queue-name=orders]("
                                + "message-properties(message-property[name=kind]\"order\""
                                + " message-property[name=api]\"@(context.Api.Id)\")"
                                + " payload\"<order id=\"1\"/> & {{more}}\")"),
                new Built(
                        invokeRequest()
                                .method("POST")
                                .url("/side")
                                .backendId("orders")
                                .responseVariableName("answer")
                                .body("@(context.Request.Body.As<string>())")
                                .header(header -> header.name("X-A").value("1"))
                                .header(header -> header.name("X-B").value("@(context.Api.Id)")),
                        "invoke-request[method=POST,url=/side,backend-id=orders,response-variable-name=answer]("
                                + "header[name=X-A,value=1] header[name=X-B,value=@(context.Api.Id)]"
                                + " body\"@(context.Request.Body.As<string>())\")"),
                new Built(
                        invokeDaprBinding("queue")
                                .operation("create")
                                .ignoreError(true)
                                .responseVariableName("answer")
                                .timeout(ofSeconds(3))
                                .contentType("application/json")
                                .data("{\"a\": 1}")
                                .metadata(metadata ->
                                        metadata.item(item -> item.key("k").text("v"))),
                        "invoke-dapr-binding[name=queue,operation=create,ignore-error=true,response-variable-name=answer,"
                                + "timeout=3,content-type=application/json](metadata(item[key=k]\"v\") data\"{\"a\": 1}\")"),
                new Built(
                        publishToDapr("orders")
                                .pubsubName("bus")
                                .timeout("@(3)")
                                .ignoreError(true)
                                .text("@(context.Api.Id)"),
                        "publish-to-dapr[topic=orders,pubsub-name=bus,timeout=@(3),ignore-error=true]\"@(context.Api.Id)\""),
                new Built(
                        logToEventhub("events")
                                .partitionKey("@(context.Api.Id)")
                                .text("@(context.RequestId.ToString())"),
                        "log-to-eventhub[logger-id=events,partition-key=@(context.Api.Id)]\"@(context.RequestId.ToString())\""),
                new Built(
                        emitMetric("tokens")
                                .namespace("shop")
                                .value(0.5)
                                .dimension(dimension -> dimension.name("API ID"))
                                .dimension(dimension -> dimension.name("Zone").value("north")),
                        "emit-metric[name=tokens,namespace=shop,value=0.5](dimension[name=API ID]"
                                + " dimension[name=Zone,value=north])"),
                new Built(
                        trace("me")
                                .severity("error")
                                .message("hello")
                                .metadata(m -> m.name("a").value("b")),
                        "trace[source=me,severity=error](message\"hello\" metadata[name=a,value=b])"));
    }
}
