/** Liquid templates in Azure's dialect. */
module dev.apim.liquid {
    requires transitive dev.apim;
    requires static transitive org.jspecify;
    requires liqp;

    provides dev.apim.template.TemplateEngine with
            dev.apim.liquid.LiquidEngine;
}
