/** The gateway inside a servlet container. */
module dev.apim.servlet {
    requires transitive dev.apim.core;
    requires transitive jakarta.servlet;
    requires org.slf4j;

    exports dev.apim.servlet;
}
