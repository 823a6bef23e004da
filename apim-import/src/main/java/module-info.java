/** Interface descriptions to operations and schemas. */
module dev.apim.importing {
    requires transitive dev.apim;
    requires dev.apim.core;
    requires com.fasterxml.jackson.databind;

    exports dev.apim.importing;

    provides dev.apim.resource.SpecificationReader with
            dev.apim.importing.OpenApiReader;
}
