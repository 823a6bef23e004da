/** Policies and whole configurations under test. */
module dev.apim.testkit {
    requires transitive dev.apim.core;
    requires static org.junit.jupiter.api;

    exports dev.apim.testkit;
}
