/** The engine: configuration to snapshot to request. */
module dev.apim.core {
    requires transitive dev.apim;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires jakarta.el;
    requires org.glassfish.expressly;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core.expression;
    exports dev.apim.core.expression.context;
    exports dev.apim.core.expression.csharp;
    exports dev.apim.core.expression.el;
    exports dev.apim.core.json;
}
