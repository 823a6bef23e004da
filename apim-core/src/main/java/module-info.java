/** The engine: configuration to snapshot to request. */
module dev.apim.core {
    requires transitive dev.apim;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.github.benmanes.caffeine;
    requires io.github.bucket4j.core;
    requires jjwt.api;
    requires jakarta.el;
    requires java.naming;
    requires java.net.http;
    requires transitive java.xml;
    requires org.glassfish.expressly;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core;
    exports dev.apim.core.artifact;
    exports dev.apim.core.backend;
    exports dev.apim.core.cache;
    exports dev.apim.core.caller;
    exports dev.apim.core.compile;
    exports dev.apim.core.design;
    exports dev.apim.core.document;
    exports dev.apim.core.event;
    exports dev.apim.core.expression;
    exports dev.apim.core.expression.context to
            dev.apim.graphql;
    exports dev.apim.core.expression.csharp to
            dev.apim.testkit;
    exports dev.apim.core.expression.csharp.json to
            dev.apim.graphql;
    exports dev.apim.core.file;
    exports dev.apim.core.fluent;
    exports dev.apim.core.json;
    exports dev.apim.core.lane;
    exports dev.apim.core.limit;
    exports dev.apim.core.pipeline;
    exports dev.apim.core.policies.access to
            dev.apim.ai;
    exports dev.apim.core.policies.caching to
            dev.apim.testkit;
    exports dev.apim.core.policies.integration to
            dev.apim.ai;
    exports dev.apim.core.policies.limit to
            dev.apim.ai,
            dev.apim.testkit;
    exports dev.apim.core.policies.logging to
            dev.apim.ai;
    exports dev.apim.core.policies.message to
            dev.apim.ai,
            dev.apim.graphql,
            dev.apim.validation;
    exports dev.apim.core.resource;
    exports dev.apim.core.routing;
    exports dev.apim.core.secret;
    exports dev.apim.core.snapshot;
    exports dev.apim.core.telemetry;
    exports dev.apim.core.time;
    exports dev.apim.core.xml;

    uses dev.apim.backend.BackendClientProvider;
    uses dev.apim.kind.ApiKind;
    uses dev.apim.event.EventChannelProvider;
    uses dev.apim.policy.PolicyProvider;
    uses dev.apim.resource.SpecificationReader;
    uses dev.apim.template.TemplateEngine;

    provides dev.apim.backend.BackendClientProvider with
            dev.apim.core.backend.JdkBackendClientProvider;
}
