package dev.apim.liquid;

import liqp.RenderTransformer;
import liqp.TemplateContext;

/** Output as usual, and a look at the time with each piece of it. */
record Watched(RenderTransformer usual) implements RenderTransformer {
    @Override
    public ObjectAppender.Controller newObjectAppender(TemplateContext context, int expected) {
        LiquidTemplate.check();
        return usual.newObjectAppender(context, expected);
    }

    @Override
    public Object transformObject(TemplateContext context, Object value) {
        LiquidTemplate.check();
        return usual.transformObject(context, value);
    }
}
