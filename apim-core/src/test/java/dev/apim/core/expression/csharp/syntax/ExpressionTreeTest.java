package dev.apim.core.expression.csharp.syntax;

import static dev.apim.core.expression.csharp.syntax.Parsing.expression;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tree an expression is, by the grammar of C#. */
final class ExpressionTreeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "a + b * c - d # (- (+ a (* b c)) d)",
                "a == b && c || d # (|| (&& (== a b) c) d)",
                "a ?? b ?? c # (?? a (?? b c))",
                "a ? b : c ? d : e # (?: a b (?: c d e))",
                "a = b = c # (= a (= b c))",
                "x >>= y >> 2 # (>>= x (>> y 2))",
                "1 << 2 + 3 # (<< 1 (+ 2 3))",
                "!a.b # (! a.b)",
                "-x++ # (- (x ++))",
                "- -x # (- (- x))",
                "~a % 2 # (% (~ a) 2)",
                "(a + b) * c # (* (+ a b) c)",
                "a >= b == c <= d # (== (>= a b) (<= c d))",
                "a ?.5 : 1 # (?: a Double:0.5 1)",
                "x += a ?? throw e # (+= x (?? a (throw e)))",
            })
    void operatorsBindByTheirPrecedence(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @Test
    void bitwiseOperatorsBindAndBeforeXorBeforeOr() {
        assertThat(expression("a | b ^ c & d")).isEqualTo("(| a (^ b (& c d)))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "(int)-x # (cast int (- x))",
                "(x)-y # (- x y)",
                "(x)+y # (+ x y)",
                "(JObject)x # (cast JObject x)",
                "(x)(y) # (cast x y)",
                "(string)(x) # (cast string x)",
                "(List<string>)x # (cast List<string> x)",
                "(System.Uri)x.y # (cast System.Uri x.y)",
                "((Jwt)context.Variables[k]).Subject # (cast Jwt context.Variables[k]).Subject",
                "(string)context.Variables[k] + 1 # (+ (cast string context.Variables[k]) 1)",
                "(int?)null # (cast int? null)",
                "(int[])x # (cast array1<int> x)",
                "(a)!b # (cast a (! b))",
                "(a) ? b : c # (?: a b c)",
                "(a) is B # (is a B)",
                "(bool)(a as object) # (cast bool (as a object))",
                "(Func<int, int>)(x => x) # (cast Func<int,int> (=> (x) x))",
                "(string.Empty) # string.Empty",
                "(a < b) # (< a b)",
                "((int, string))x # (cast (int, string) x)",
                "(a)default # (cast a default)",
            })
    void parenthesesAreACastWhereTheyHoldATypeAndAnOperandFollows(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "b.As<JObject>(true) # b.As<JObject>(true)",
                "a < b && c > (d) # (&& (< a b) (> c d))",
                "f(g<a, b>(7)) # f(g<a,b>(7))",
                "f(g < a, b > 7) # f((< g a), (> b 7))",
                "x.Y<List<int>, int[]>() # x.Y<List<int>,array1<int>>()",
                "a<b>.c # a<b>.c",
                "a < b # (< a b)",
                "a<b> == null # (== a<b> null)",
                "i < n - 1 # (< i (- n 1))",
                "new List<Dictionary<string, int>>() # new List<Dictionary<string,int>>()",
            })
    void anglesAreTypeArgumentsOnlyBeforeWhatMayFollowThem(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "a?.b.c # (?. a .b.c)",
                "a?.b?.c # (?. a (?. .b .c))",
                "a?[0]?.b() # (?. a (?. [0] .b()))",
                "(a?.b).c # (?. a .b).c",
                "a?.b == null ? 1 : 2 # (?: (== (?. a .b) null) 1 2)",
                "a?.Split(' ')?[1].AsJwt()?.Claims # (?. a (?. .Split(Character: ) (?. [1].AsJwt() .Claims)))",
                "a?.b ?? c # (?? (?. a .b) c)",
            })
    void aChainBehindAQuestionMarkIsOneAccess(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "x => x + 1 # (=> (x) (+ x 1))",
                "(x, y) => x # (=> (x, y) x)",
                "() => 1 # (=> () 1)",
                "(int x, out List<int> y) => x # (=> (int x, out List<int> y) x)",
                "f(x => { return x; }) # f((=> (x) {(return x)}))",
                "delegate (int x) { return x; } # (=> (int x) {(return x)})",
                "delegate { } # (=> () {})",
                "x => y => x # (=> (x) (=> (y) x))",
                "a.Where(c => c.A == b).Any() # a.Where((=> (c) (== c.A b))).Any()",
                "x => throw e # (=> (x) (throw e))",
            })
    void lambdasTakeAllTheirForms(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "x is string # (is x (type string))",
                "x is JObject # (is x JObject)",
                "x is A.B # (is x A.B)",
                "x is JObject o && o.a # (&& (is x (declare JObject o)) o.a)",
                "x is int? # (is x (type int?))",
                "x is int ? a : b # (?: (is x (type int)) a b)",
                "x is T ? -1 : 1 # (?: (is x T) (- 1) 1)",
                "x is null # (is x null)",
                "x is 1 + 2 # (is x (+ 1 2))",
                "x is var y # (is x (var y))",
                "x is List<int> # (is x (type List<int>))",
                "x is string[] _ # (is x (declare array1<string> _))",
                "x is int.MaxValue # (is x int.MaxValue)",
                "x as int? ?? 0 # (?? (as x int?) 0)",
                "x as string == y # (== (as x string) y)",
                "!(x is T) # (! (is x T))",
            })
    void whatFollowsIsIsAPattern(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "new A() # new A()",
                "new A { B = 1, C = { D = 2 } } # new A(){B = 1, C = {D = 2}}",
                "new D<string, int> { { a, 1 }, { b, 2 } } # new D<string,int>(){{a, 1}, {b, 2}}",
                "new D<string,int>{{a, 1}} # new D<string,int>(){{a, 1}}",
                "new L<int>(3) { 1, 2, } # new L<int>(3){1, 2}",
                "new D { [a] = 1, [b, c] = 2 } # new D(){[a] = 1, [b, c] = 2}",
                "new { a, b.c, d = 1 } # new {a, b.c, d = 1}",
                "new { } # new {}",
                "new[] { 1, 2 } # array ?{1, 2}",
                "new [] {} # array ?{}",
                "new string[] { a } # array array1<string>{a}",
                "new byte[16] # array array1<byte>[16]",
                "new int[2][] # array array1<array1<int>>[2]",
                "new int[2, 3] # array array2<int>[2, 3]",
                "new int[][,] { } # array array1<array2<int>>{}",
                "new int[,] { { 1 }, { 2 } } # array array2<int>{array ?{1}, array ?{2}}",
                "new int?[3] # array array1<int?>[3]",
                "new A().B(c) # new A().B(c)",
                "new HMACSHA256(key){}.ComputeHash(x) # new HMACSHA256(key){}.ComputeHash(x)",
                "new System.Random(1).Next(1, 101) # new System.Random(1).Next(1, 101)",
                "new (int, string)[2] # array array1<(int, string)>[2]",
            })
    void creationsTakeArgumentsAndInitializers(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "f(preserveContent: true) # f(preserveContent: true)",
                "int.TryParse(s, out var n) # int.TryParse(s, out (declare var n))",
                "f(out int n, out _, out x.y, ref z) # f(out (declare int n), out _, out x.y, ref z)",
                "(a, name: b) # (tuple a, name:b)",
                "(a, b) = (b, a) # (= (tuple a, b) (tuple b, a))",
                "(int a, var b) = t # (= (tuple (declare int a), (declare var b)) t)",
                "var (a, (b, _)) = t # (= (var ((declare var a), (var ((declare var b), (declare var _))))) t)",
                "default(List<int>) # (default List<int>)",
                "nameof(a.b) # (nameof a.b)",
                "typeof(int[]) # (typeof array1<int>)",
                "checked(a + 1) # (checked (+ a 1))",
                "unchecked((int)0xFFFFFFFF) # (unchecked (cast int UInt32:4294967295))",
                "global::System.Guid.NewGuid() # System.Guid.NewGuid()",
                "@class.@if # class.if",
                "x.from.where # x.from.where",
                "a[1, b][c] # a[1, b][c]",
            })
    void argumentsTuplesAndTheWordsWithParenthesesAreRead(String code, String tree) {
        assertThat(expression(code)).isEqualTo(tree);
    }

    @Test
    void queriesKeepAllTheirClauses() {
        assertThat(expression("from x in xs where x.A is B select x.C"))
                .isEqualTo("(query (from x xs) (where (is x.A B)) (select x.C))");
        assertThat(expression("from int x in xs let y = x * 2 orderby y descending, x ascending select new { x, y }"))
                .isEqualTo("(query (from int x xs) (let y (* x 2)) (orderby y desc, x) (select new {x, y}))");
        assertThat(expression(
                        "from a in b join c in d on a.x equals c.y into g from h in g group h by h.k into z select z"))
                .isEqualTo("(query (from a b) (join c d a.x c.y into g) (from h g) (group h h.k) (into z) (select z))");
        assertThat(expression("(from x in xs where (x) select (x)).First()"))
                .isEqualTo("(query (from x xs) (where x) (select x)).First()");
        assertThat(expression("from + where")).isEqualTo("(+ from where)");
    }
}
