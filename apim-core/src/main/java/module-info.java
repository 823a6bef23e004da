/** The engine: configuration to snapshot to request. */
module dev.apim.core {
    requires transitive dev.apim;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires transitive java.xml;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core.document;
    exports dev.apim.core.json;
    exports dev.apim.core.xml;
}
