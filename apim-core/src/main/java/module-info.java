/** The engine: configuration to snapshot to request. */
module dev.apim.core {
    requires transitive dev.apim;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.slf4j;
    requires org.yaml.snakeyaml;

    exports dev.apim.core.file;
    exports dev.apim.core.json;
    exports dev.apim.core.resource;
    exports dev.apim.core.secret;

    uses dev.apim.resource.SpecificationReader;
}
