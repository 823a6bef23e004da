/** The policies for language models. */
module dev.apim.ai {
    requires transitive dev.apim;
    requires static transitive org.jspecify;
}
