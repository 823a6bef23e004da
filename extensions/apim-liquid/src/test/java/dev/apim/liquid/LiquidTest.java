package dev.apim.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.template.TemplateException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language itself: filters, Azure's tag, and what a template cannot do. */
class LiquidTest {
    private static final Map<String, Object> MODEL = Map.of(
            "list",
            List.of("b", "a", "c"),
            "text",
            "a text of words",
            "n",
            7L,
            "d",
            new BigDecimal("2.5"),
            "orders",
            List.of(Map.of("id", "2", "total", 5L), Map.of("id", "1", "total", 9L)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{{ n | Minus: 10 | Abs }} ~ 3",
                "{{ text | Append: '!' }} ~ a text of words!",
                "{{ n | AtLeast: 9 }}{{ n | AtMost: 3 }} ~ 93",
                "{{ 'my GREAT title' | Capitalize }} ~ My GREAT Title",
                "{{ list | Compact | Size }} ~ 3",
                "{{ 1234.5 | Currency }} ~ $1,234.50",
                "{{ none | Default: 'x' }}{{ '' | Default: 'y' }}{{ n | Default: 'z' }} ~ xy7",
                "{{ n | DividedBy: 2 }} {{ d | DividedBy: 2 }} ~ 3 1.25",
                "{{ 'AbC' | Downcase }}{{ 'AbC' | Upcase }} ~ abcABC",
                "{{ '<a b=\"c\">' | Escape }} ~ &lt;a b=&quot;c&quot;&gt;",
                "{{ '&' | H }} ~ &amp;",
                "{{ list | First }}{{ list | Last }} ~ bc",
                "{{ list | Join: ', ' }} ~ b, a, c",
                "[{{ ' x ' | Lstrip }}][{{ ' x ' | Rstrip }}][{{ ' x ' | Strip }}] ~ [x ][ x][x]",
                "{{ orders | Map: 'id' | Join: ',' }} ~ 2,1",
                "{{ n | Minus: 2 }} {{ n | Modulo: 4 }} {{ n | Plus: 1 }} {{ n | Times: 3 }} ~ 5 3 8 21",
                "{{ '1' | Plus: 2 }} {{ 'ab' | Times: 2 }} ~ 12 abab",
                "{{ text | Prepend: '-' }} ~ -a text of words",
                "{{ 'abab' | Remove: 'a' }} {{ 'abab' | RemoveFirst: 'a' }} ~ bb bab",
                "{{ 'a.b.' | Replace: '[.]', '-' }} {{ 'a.b.' | ReplaceFirst: '[.]', '-' }} {{ 'a.b' | RemoveFirst: '.' }} ~ a-b- a-b. .b",
                "{{ 2.567 | Round: 1 }} {{ d | Round }} ~ 2.6 2",
                "{{ text | Size }} {{ text | Slice: 2, 4 }} {{ text | Slice: -5, 5 }} ~ 15 text words",
                "{{ 1.2 | Ceil }} {{ '1.8' | Floor }} ~ 2 1",
                "{{ list | Sort | Join }} {{ 'b,C,a' | Split: ',' | Sort | Join }} ~ a b c a b C",
                "{{ ',a,,b,' | Split: ',' | Join: '-' }} ~ a-b",
                "{{ orders | Sort: 'total' | Map: 'id' | Join }} ~ 2 1",
                "{{ 'a,b' | Split: ',' | Size }} ~ 2",
                "{{ '<b>x</b>' | StripHtml }} ~ x",
                "{{ text | Truncate: 9 }} {{ text | TruncateWords: 2 }} ~ a text... a text...",
                "{{ 'a,b,a' | Split: ',' | Uniq | Join }} ~ a b",
                "{{ 'a b&c' | UrlEncode }} {{ 'a+b%26c' | UrlDecode }} ~ a+b%26c a b&c",
                "{{ 'd' | Date: 'yyyy' }} ~ [d as yyyy]",
                "{% for o in orders %}{{ o.id }}{% endfor %} ~ 21",
                "{% if n > 3 and text contains 'text' %}yes{% else %}no{% endif %} ~ yes"
            })
    void aFilterDoesWhatDotLiquidsDoes(String template, String made) {
        assertThat(rendered(template)).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{{ m.first-name }} ~ Ann",
                "{{ m.gr\u00F6\u00DFe | Upcase }} ~ XL",
                "{{ m.a-b.c-d | Append: '.e-f' }} ~ x.e-f",
                "{% if m.first-name == 'Ann' %}y{% endif %} ~ y",
                "{% for i in m.some-list %}{{ i.c-d }}{% endfor %} ~ 12",
                "{%- assign my-var = m.first-name -%}{{- my-var -}} ~ Ann",
                "{{ 3 | Plus: -1 }}{% for i in (1..3) %}{{ i }}{% endfor %} ~ 2123",
                "{% raw %}{{ m.a-b }}{% endraw %} ~ {{ m.a-b }}"
            })
    void namesMayHoldHyphensAndLettersOfAnyScript(String template, String made) {
        Map<String, Object> model = Map.of(
                "m",
                Map.of(
                        "first-name",
                        "Ann",
                        "gr\u00F6\u00DFe",
                        "xl",
                        "a-b",
                        Map.of("c-d", "x"),
                        "some-list",
                        List.of(Map.of("c-d", 1L), Map.of("c-d", 2L))));
        assertThat(rendered(template, model)).isEqualTo(made);
    }

    @Test
    void linesAreBrokenAndJoined() {
        Map<String, Object> model = Map.of("t", "a\nb");
        assertThat(rendered("{{ t | NewlineToBr }}{{ t | StripNewlines }}", model))
                .isEqualTo("a<br />\nbab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{% JSONArrayFor o in orders %}{\"id\":{{ o.id }}}{% endJSONArrayFor %}]",
                "[{%- JSONArray For o in orders -%}{\"id\":{{ o.id }}}{%- endJSONArray For -%}]"
            })
    void aJsonArrayHasCommasBetweenItsItems(String template) {
        assertThat(rendered(template)).isEqualTo("[{\"id\":2},{\"id\":1}]");
    }

    @Test
    void aMistakeIsToldWithItsPlace() {
        assertThatThrownBy(() ->
                        new LiquidEngine().compile("a\n{% bogus %}", (v, f) -> Optional.empty(), LiquidTest::replaced))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.getMessage()).contains("bogus");
                });
    }

    @Test
    void aFilterThatDotLiquidDoesNotKnowChangesNothingAndIsDoubted() {
        String source =
                "{{ 'a|x' | upcase | Nonsense: 1, 'y | z' | Append: '|b' }}{% assign c = 'd' | strip_html %}{{ c }}";
        var template = new LiquidEngine().compile(source, (v, f) -> Optional.empty(), LiquidTest::replaced);
        assertThat(template.render(new HashMap<>(), () -> {})).isEqualTo("a|x|bd");
        assertThat(template.doubts())
                .containsExactly(
                        "the filter 'Nonsense' is none and changes nothing; remove it",
                        "the filter 'strip_html' is none and changes nothing; write StripHtml",
                        "the filter 'upcase' is none and changes nothing; write Upcase");
    }

    @Test
    void listsAndObjectsAreWrittenByTheirItemsAndMembers() {
        Map<String, Object> model = new HashMap<>();
        model.put("list", Arrays.asList(1L, null, List.of("b", "c")));
        model.put("object", new TreeMap<>(Map.of("k", 1L, "m", "n")));
        assertThat(rendered("{{ list }};{{ object }}", model)).isEqualTo("1bc;[k, 1][m, n]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..1000000) %}x{% endfor %}",
                "{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}",
                "{% assign s = 'aaaaaaaaaaaaaaaa' %}DOUBLE{{ s | Size }}",
                "{% capture s %}0123456789012345{% endcapture %}CAPTURE{{ s }}",
                "{{ 'a' | Times: 2000000 }}",
                "{{ 1 | DividedBy: 0 }}",
                "{% include 'other' %}"
            })
    void aTemplateThatUsesTooMuchOrReachesOutFails(String template) {
        String text = template.replace("DOUBLE", "{% assign s = s | Append: s %}".repeat(30))
                .replace("CAPTURE", "{% capture s %}{{ s }}{{ s }}{% endcapture %}".repeat(30));
        assertThatThrownBy(() -> rendered(text)).isInstanceOf(TemplateException.class);
    }

    @Test
    void aTemplateIsStoppedWhenItsTimeIsUp() {
        int[] asked = {0};
        var template = new LiquidEngine()
                .compile(
                        "{% for i in (1..5000) %}{{ i | Plus: 1 }}{% endfor %}",
                        (v, f) -> Optional.empty(), LiquidTest::replaced);
        assertThatThrownBy(() -> template.render(new HashMap<>(), () -> {
                    if (++asked[0] > 1_000) {
                        throw new TemplateException("time is up", 0, 0);
                    }
                }))
                .isInstanceOf(TemplateException.class)
                .hasMessage("time is up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ text.class }}",
                "{{ text.bytes }}",
                "{{ n.class.name }}",
                "{{ orders.getClass }}",
                "{{ d.scale }}"
            })
    void nothingOfJavaIsWithinReach(String template) {
        assertThat(rendered(template)).isEmpty();
    }

    @Test
    void oneTemplateServesManyThreads() throws Exception {
        var template = new LiquidEngine()
                .compile("{% assign x = n | Times: 2 %}{{ x }}", (v, f) -> Optional.empty(), LiquidTest::replaced);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (long thread = 0; thread < 4; thread++) {
                long n = thread;
                Callable<Boolean> many = () -> {
                    for (int i = 0; i < 500; i++) {
                        if (!template.render(Map.of("n", n), () -> {}).equals(Long.toString(2 * n))) {
                            return false;
                        }
                    }
                    return true;
                };
                running.add(pool.submit(many));
            }
            for (Future<Boolean> each : running) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static String replaced(String text, String pattern, String replacement, boolean once) {
        return once
                ? text.replaceFirst(pattern, Matcher.quoteReplacement(replacement))
                : text.replaceAll(pattern, replacement);
    }

    private static String rendered(String template) {
        return rendered(template, MODEL);
    }

    private static String rendered(String template, Map<String, Object> model) {
        return new LiquidEngine()
                .compile(
                        template,
                        (value, format) -> Optional.of("[" + value + " as " + format + "]"),
                        LiquidTest::replaced)
                .render(new HashMap<>(model), () -> {});
    }
}
