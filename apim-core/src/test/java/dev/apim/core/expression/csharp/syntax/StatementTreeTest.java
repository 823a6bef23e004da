package dev.apim.core.expression.csharp.syntax;

import static dev.apim.core.expression.csharp.syntax.Parsing.statements;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tree a block is, by the grammar of C#. */
final class StatementTreeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "var a = 1; # (local var a = 1)",
                "string a, b = c; # (local string a, b = c)",
                "int? n = null; # (local int? n = null)",
                "int[] a = { 1, 2 }; # (local array1<int> a = array ?{1, 2})",
                "List<string> a; # (local List<string> a)",
                "System.Uri u = x; # (local System.Uri u = x)",
                "(int a, string) t = x; # (local (int a, string) t = x)",
                "const int a = 1; # (const int a = 1)",
                "a = 1; # (= a 1);",
                "a < b; # (< a b);",
                "a ? b : c; # (?: a b c);",
                "var(a); # var(a);",
                "var (a, b) = t; # (= (var ((declare var a), (declare var b))) t);",
                "(a, b) = (b, a); # (= (tuple a, b) (tuple b, a));",
                "i++; ; # (i ++); ;",
                "a[0] += b; # (+= a[0] b);",
                "from = where; # (= from where);",
                "dynamic d = x; # (local dynamic d = x)",
            })
    void declarationsAreToldFromExpressions(String code, String tree) {
        assertThat(statements(code)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "if (a) return 1; else if (b) { } else c(); # (if a (return 1) else (if b {} else c();))",
                "while (a) { break; } # (while a {(break)})",
                "do { continue; } while (a); # (do {(continue)} a)",
                "for (int i = 0, j = 1; i < j; i++, j--) { } # (for [(local int i = 0, j = 1)] (< i j) [(i ++), (j --)] {})",
                "for (i = 0, j = 1; ; ) ; # (for [(= i 0); (= j 1);] - [] ;)",
                "foreach (var x in xs) f(x); # (foreach (declare var x) xs f(x);)",
                "foreach (JProperty p in o.Properties()) { } # (foreach (declare JProperty p) o.Properties() {})",
                "foreach (var (k, v) in d) { } # (foreach (var ((declare var k), (declare var v))) d {})",
                "foreach ((string k, int v) in d) { } # (foreach (tuple (declare string k), (declare int v)) d {})",
                "foreach (KeyValuePair<string, string[]> h in hs) { } # (foreach (declare KeyValuePair<string,array1<string>> h) hs {})",
                "try { } catch { } # (try {} catch {})",
                "try { } catch (E) { throw; } # (try {} catch(E) {(throw)})",
                "try { } catch (E e) when (e.A) { } finally { } # (try {} catch(E e) when e.A {} finally {})",
                "using (var a = b()) { } # (using (local var a = b()) {})",
                "using (a) using (b) { } # (using a; (using b; {}))",
                "checked { a = 1; } unchecked { } # (checked {(= a 1);}) (unchecked {})",
                "throw new E(); # (throw new E())",
                "return; # (return)",
                "{ { } } # {{}}",
            })
    void everyStatementIsRead(String code, String tree) {
        assertThat(statements(code)).isEqualTo(tree);
    }

    @Test
    void switchTakesConstantsPatternsAndConditions() {
        assertThat(statements("switch (x) { case 1: case A.B: return 1; default: break; }"))
                .isEqualTo("(switch x [1, A.B: (return 1)][default: (break)])".replace("][", "], ["));
        assertThat(statements("switch (x) { case string s when s.A: break; case int _: break; case null: break; }"))
                .isEqualTo(
                        "(switch x [(declare string s) when s.A: (break)], [(declare int _): (break)], [null: (break)])");
        assertThat(statements("switch (x) { case var y when y > 1: break; case (int)1: break; case A when b: break; }"))
                .isEqualTo("(switch x [(var y) when (> y 1): (break)], [(cast int 1): (break)], [A when b: (break)])");
        assertThat(statements("switch (x) { case \"a\": a = default(int); a = default; break; }"))
                .isEqualTo("(switch x [\"a\": (= a (default int)); (= a default); (break)])");
    }

    @Test
    void localFunctionsHaveBlocksOrArrows() {
        assertThat(statements("int F(int x, int y = 1) { return x; }"))
                .isEqualTo("(function int F (int x, int y = 1) {(return x)})");
        assertThat(statements("string F() => a;")).isEqualTo("(function string F () (return a))");
        assertThat(statements("void F(params string[] a) => f();"))
                .isEqualTo("(function void F (params array1<string> a) f();)");
        assertThat(statements("List<T> F<T, U>(out T a, ref U b) { }"))
                .isEqualTo("(function List<T> F<T,U> (out T a, ref U b) {})");
    }

    @Test
    void spansAreOffsetsIntoTheWholeText() {
        Stmt.Block block = requireNonNull(CSharpParser.parse("@{ return (a + b) * c; }", false, new Parsing())
                .block());
        assertThat(block.span()).isEqualTo(new Span(1, 24));
        Stmt.Return statement = (Stmt.Return) block.statements().get(0);
        assertThat(statement.span()).isEqualTo(new Span(3, 22));
        Expr.Binary product = (Expr.Binary) requireNonNull(statement.value());
        assertThat(product.span()).isEqualTo(new Span(10, 21));
        assertThat(product.operatorSpan()).isEqualTo(new Span(18, 19));
        assertThat(product.left().span()).isEqualTo(new Span(11, 16));
    }
}
