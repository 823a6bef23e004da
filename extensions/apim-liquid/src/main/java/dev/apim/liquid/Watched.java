package dev.apim.liquid;

import liqp.RenderTransformer;
import liqp.TemplateContext;
import org.jspecify.annotations.Nullable;

/** Output as usual, and a look at the time with each piece of it. */
record Watched(RenderTransformer usual) implements RenderTransformer {
    @Override
    public ObjectAppender.Controller newObjectAppender(TemplateContext context, int expected) {
        LiquidTemplate.check();
        return new Appender(usual.newObjectAppender(context, expected));
    }

    private record Appender(ObjectAppender.Controller usual) implements ObjectAppender.Controller {
        @Override
        public Object getResult() {
            return usual.getResult();
        }

        @Override
        public void append(@Nullable Object value) {
            usual.append(Values.shown(value));
        }
    }

    @Override
    public Object transformObject(TemplateContext context, Object value) {
        LiquidTemplate.check();
        return usual.transformObject(context, value);
    }
}
