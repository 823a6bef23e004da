/** The policies that hold messages against schemas. */
module dev.apim.validation {
    requires transitive dev.apim;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires com.networknt.schema;
    requires dev.apim.core;
    requires java.xml;

    exports dev.apim.validation;

    provides dev.apim.policy.PolicyProvider with
            dev.apim.validation.ValidationPolicies;
}
