/** What users and extensions of APIM for Java program against. */
module dev.apim {
    requires transitive org.jspecify;
    requires org.slf4j;

    exports dev.apim;
    exports dev.apim.backend;
    exports dev.apim.cache;
    exports dev.apim.event;
    exports dev.apim.http;
    exports dev.apim.kind;
    exports dev.apim.limit;
    exports dev.apim.model;
    exports dev.apim.policy;
    exports dev.apim.resource;
    exports dev.apim.telemetry;
    exports dev.apim.template;

    uses dev.apim.backend.BackendClientProvider;
    uses dev.apim.kind.ApiKind;
    uses dev.apim.event.EventChannelProvider;
    uses dev.apim.policy.PolicyProvider;
    uses dev.apim.resource.SpecificationReader;
    uses dev.apim.template.TemplateEngine;
}
