/** The policies that hold messages against schemas. */
module dev.apim.validation {
    requires transitive dev.apim;
    requires static transitive org.jspecify;
}
