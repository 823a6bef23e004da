package dev.apim.liquid;

import dev.apim.template.Template;
import dev.apim.template.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.nodes.LNode;
import org.jspecify.annotations.Nullable;

/** A parsed template. */
record LiquidTemplate(TemplateParser parser, LNode root, List<String> doubts) implements Template {
    /** Of the rendering on this thread: the parser's own extension points hand nothing of ours along. */
    private static final ThreadLocal<@Nullable Runnable> BUDGET = new ThreadLocal<>();

    @Override
    public String render(Map<String, @Nullable Object> model, Runnable budget) {
        BUDGET.set(budget);
        try {
            TemplateContext context = new TemplateContext(parser, new HashMap<>(model));
            Object made = root.render(context);
            return made == null
                    ? ""
                    : parser.getRenderTransformer()
                            .transformObject(context, made)
                            .toString();
        } catch (Exceeded e) {
            throw new TemplateException(String.valueOf(e.getMessage()), 0, 0);
        } catch (TemplateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TemplateException(String.valueOf(e.getMessage()), 0, 0);
        } catch (StackOverflowError e) {
            throw new TemplateException("its tags are nested too deep", 0, 0);
        } finally {
            BUDGET.remove();
        }
    }

    /** Asks whether there is time left. */
    static void check() {
        Runnable budget = BUDGET.get();
        if (budget != null) {
            try {
                budget.run();
            } catch (TemplateException e) {
                throw new Exceeded(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Beyond what a template may use. An error, for the parser takes exceptions of filters for empty values. */
    static final class Exceeded extends Error {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }
}
