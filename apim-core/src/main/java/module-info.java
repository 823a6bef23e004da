/** The engine: configuration to snapshot to request. */
module dev.apim.core {
    requires transitive dev.apim;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires transitive java.xml;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core.document;
    requires jakarta.el;
    requires org.glassfish.expressly;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core.expression;
    exports dev.apim.core.expression.context;
    exports dev.apim.core.expression.csharp;
    exports dev.apim.core.expression.el;
    exports dev.apim.core.json;
    exports dev.apim.core.xml;
    requires com.github.benmanes.caffeine;
    requires io.github.bucket4j.core;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core.cache;
    exports dev.apim.core.json;
    exports dev.apim.core.limit;
    exports dev.apim.core.policies.caching;
    exports dev.apim.core.policies.limit;
    exports dev.apim.core.time;
    exports dev.apim.core.file;
    exports dev.apim.core.json;
    exports dev.apim.core.resource;
    exports dev.apim.core.secret;

    uses dev.apim.resource.SpecificationReader;
}
