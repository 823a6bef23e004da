package dev.apim.core.expression.csharp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.csharp.type.TypeDefinition;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.ListView;
import dev.apim.core.time.SystemTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway") // members are called as expressions call them, with null wherever C# allows it
class TextLibraryTest {
    private final TextTable table = new TextTable();

    @Test
    void everyDeclarationCanBeRead() {
        for (TypeDefinition type : table.types.all()) {
            assertThat(type.bases()).isNotNull();
            assertThat(type.methods()).isNotNull();
        }
        assertThat(table.types.find("String", 0).methods("IndexOf")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "a,A,-1",
        "A,b,-1",
        "a,B,-1",
        "a1,a10,-1",
        "co-op,coop,-1",
        "é,e,1",
        "é,f,-1",
        "ß,ss,1",
        "_,a,-1",
        "1,a,-1",
        "abc,ABCD,-1",
        "b,a,1"
    })
    void theCultureSortsSmallLettersFirstAndAccentsBetween(String left, String right, int order) {
        assertThat(table.call("String", "Compare", "string,string", left, right))
                .isEqualTo(order);
        assertThat(table.call("String", "Compare", "string,string", right, left))
                .isEqualTo(-order);
    }

    @Test
    void aTextOfCharactersThatDoNotCountIsFoundAnywhere() {
        assertThat(table.call("String", "IndexOf", "string", "abc", "\0")).isEqualTo(0);
        assertThat(table.call("String", "Contains", "string", "abc", "\0")).isEqualTo(false);
    }

    private String replace(String input, String pattern, String replacement) {
        return (String) table.call("Regex", "Replace", "string,string,string", input, pattern, replacement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "John Smith;(?<first>\\w+) (?<last>\\w+);${last} ${first};Smith John",
                "abc;(b);[$1$2$0$&$$];a[b$2bb$]c",
                "abc;b;$`$'$_;aacabcc",
                "hello world;[a-z-[aeiou]];.;.e..o .o...",
                "x1y2;\\d;$$;x$y$",
                "aAbB;(?i:a)b;-;a-B",
                "ab12;(?x) [a-z]+ # letters;L;L12",
                "a1;(?'n'\\d)|(\\w);<${n}$1>;<a><1>",
                "tel 555;(?<=l )\\d*;N;tel N",
                "fooBAR;[^\\W_a-z]+;_;foo_"
            })
    void patternsAreReadAsDotNetReadsThem(String input, String pattern, String replacement, String expected) {
        assertThat(replace(input, pattern, replacement)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(a;2;Not enough )'s.",
                "a);2;Too many )'s.",
                "*;1;Quantifier '*' following nothing.",
                "a**;3;Nested quantifier '*'.",
                "[a;2;Unterminated [] set.",
                "[z-a];4;[x-y] range in reverse order.",
                "a{3,1};6;Illegal {x,y} with x > y.",
                "\\y;2;Unrecognized escape sequence \\y.",
                "\\1;2;Reference to undefined group number 1.",
                "\\k<a>;5;Reference to undefined group name 'a'.",
                "\\;1;Illegal \\ at end of pattern.",
                "(?<a-b>x);6;Reference to undefined group name 'b'."
            })
    void aMistakeInAPatternIsNamedWithItsPlace(String pattern, int offset, String message) {
        assertThatThrownBy(() -> table.call("Regex", "IsMatch", "string,string", "a", pattern))
                .isInstanceOf(DotNetException.class)
                .hasMessage("Invalid pattern '" + pattern + "' at offset " + offset + ". " + message);
    }

    @Test
    void halfASurrogatePairIsACharacterOfItsOwn() {
        assertThat(replace("\uD83D\uDE00", ".", "x")).isEqualTo("xx");
    }

    @Test
    void aDollarEndsBeforeTheLastLineFeedOnly() {
        assertThat(replace("a\n", "a$", "b")).isEqualTo("b\n");
        assertThat(replace("a\r\n", "a$", "b")).isEqualTo("a\r\n");
    }

    @Test
    void namedGroupsCountAfterTheOthers() {
        Object regex = table.call("Regex", ".ctor", "string", "(?<n>a)(b)(?<m>c)");
        assertThat((String[]) table.call("Regex", "GetGroupNames", "", regex)).containsExactly("0", "1", "n", "m");
    }

    @Test
    void matchesAreFoundOnlyAsFarAsTheyAreRead() {
        table.evaluation = new Evaluation(null, new SystemTime(), new Budget(3, 1_000_000_000L, 1000, 5));
        ListView matches = (ListView) table.call("Regex", "Matches", "string,string", "aaaaaaaaaa", "a");
        assertThat(matches.at(1)).hasToString("a");
        assertThatThrownBy(matches::count).isInstanceOf(BudgetException.class);
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsStopped() {
        assertThatThrownBy(() -> table.call("Regex", "IsMatch", "string,string", "a".repeat(60) + "!", "^(a|aa)+\\1$"))
                .isInstanceOf(BudgetException.class);
        assertThatThrownBy(() -> table.call("Regex", "IsMatch", "string,string", "ab".repeat(200_000), "^(a|b)*$"))
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void anEvaluatorSeesEveryMatch() {
        Delegate twice = arguments -> arguments[0] + "" + arguments[0];
        assertThat(table.call("Regex", "Replace", "string,string,MatchEvaluator", "a1b2", "\\d", twice))
                .isEqualTo("a11b22");
    }

    @Test
    void splitKeepsWhatGroupsMatched() {
        assertThat((String[]) table.call("Regex", "Split", "string,string", "a-b", "(-)"))
                .containsExactly("a", "-", "b");
        assertThat((String[]) table.call("Regex", "Split", "string,string", "abc", ""))
                .containsExactly("", "a", "b", "c", "");
    }

    @Test
    void aLongPaddingIsRefusedBeforeItIsMade() {
        assertThatThrownBy(() -> table.call("String", "PadLeft", "int", "", Integer.MAX_VALUE))
                .isInstanceOf(BudgetException.class);
        table.evaluation = new Evaluation(null, new SystemTime(), Budget.DEFAULT);
        Object builder = table.call("StringBuilder", ".ctor", "");
        assertThatThrownBy(() -> table.call("StringBuilder", "Append", "char,int", builder, 'x', Integer.MAX_VALUE))
                .isInstanceOf(BudgetException.class);
    }

    @Test
    void splitFollowsCountAndOptions() {
        EnumValue both = StringSplit.OPTIONS.of(3);
        EnumValue empty = StringSplit.OPTIONS.of(1);
        assertThat((String[]) table.call("String", "Split", "char,StringSplitOptions", " a ,, b ", ',', both))
                .containsExactly("a", "b");
        assertThat((String[]) table.call("String", "Split", "char,int,StringSplitOptions", ",a,,b,c", ',', 2, empty))
                .containsExactly("a", "b,c");
        assertThat((String[]) table.call("String", "Split", "char,int,StringSplitOptions", "a,b,c", ',', 2, null))
                .containsExactly("a", "b,c");
        assertThat((String[]) table.call("String", "Split", "char[]", "a b\tc", new Character[0]))
                .containsExactly("a", "b", "c");
    }

    @Test
    void anExceptionIsOneOfItsBases() {
        DotNetException thrown = DotNetException.argumentNull("x");
        for (String type : List.of("ArgumentNullException", "ArgumentException", "SystemException", "Exception")) {
            assertThat(table.types.find(type, 0).isInstance(thrown)).as(type).isTrue();
        }
        assertThat(table.types.find("FormatException", 0).isInstance(thrown)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://User@Example.COM:80/a/../b c?q=ü#f,http://User@example.com/b%20c?q=%C3%BC#f",
        "https://h:8443,https://h:8443/",
        "http://[::1]/x,http://[::1]/x",
        "urn:a:b,urn:a:b"
    })
    void aUriIsMadeCanonical(String text, String expected) {
        assertThat(table.get("Uri", "AbsoluteUri", table.call("Uri", ".ctor", "string", text)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4,1.2.3.4",
        "127.1,127.0.0.1",
        "0x7f.1,127.0.0.1",
        "::ffff:1.2.3.4,::ffff:1.2.3.4",
        "2001:DB8:0:0::1,2001:db8::1",
        "::,::"
    })
    void anAddressIsReadAndWritten(String text, String expected) {
        assertThat(table.call("IPAddress", "Parse", "string", text)).hasToString(expected);
    }

    @Test
    void textIsMadeFitForHtmlAndUrls() {
        assertThat(table.call("WebUtility", "HtmlEncode", "string", "<a'é\uD83D\uDE00>"))
                .isEqualTo("&lt;a&#39;&#233;&#128512;&gt;");
        assertThat(table.call("WebUtility", "HtmlDecode", "string", "&lt;&eacute;&#x41;&bogus;&"))
                .isEqualTo("<éA&bogus;&");
        assertThat(table.call("WebUtility", "UrlEncode", "string", "a b&é~")).isEqualTo("a+b%26%C3%A9%7E");
        assertThat(table.call("Uri", "UnescapeDataString", "string", "%C3%A9%zz+%FF"))
                .isEqualTo("é%zz+%FF");
    }

    @Test
    void invalidTextIsReplacedWhenItIsEncoded() {
        Object utf8 = table.get("Encoding", "UTF8");
        assertThat((byte[]) table.call("Encoding", "GetBytes", "string", utf8, "\uD83D"))
                .containsExactly(0xEF, 0xBF, 0xBD);
        assertThat(table.call("Encoding", "GetString", "byte[]", utf8, new byte[] {'a', (byte) 0xC3}))
                .isEqualTo("a\uFFFD");
        assertThat((byte[]) table.call("Encoding", "GetBytes", "string", table.get("Encoding", "ASCII"), "é"))
                .containsExactly('?');
    }
}
