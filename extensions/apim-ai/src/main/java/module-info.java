/** The policies for language models. */
module dev.apim.ai {
    requires transitive dev.apim;
    requires dev.apim.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires jtokkit;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.apim.ai;

    provides dev.apim.policy.PolicyProvider with
            dev.apim.ai.AiPolicies;
}
