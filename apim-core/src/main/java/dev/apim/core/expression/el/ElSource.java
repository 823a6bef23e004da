package dev.apim.core.expression.el;

import dev.apim.IssueSink;
import dev.apim.Position;
import dev.apim.policy.Value;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.expressly.parser.AstDeferredExpression;
import org.glassfish.expressly.parser.AstDynamicExpression;
import org.glassfish.expressly.parser.ELParser;
import org.glassfish.expressly.parser.ELParserConstants;
import org.glassfish.expressly.parser.ELParserTokenManager;
import org.glassfish.expressly.parser.Node;
import org.glassfish.expressly.parser.ParseException;
import org.glassfish.expressly.parser.SimpleCharStream;
import org.glassfish.expressly.parser.Token;
import org.glassfish.expressly.parser.TokenMgrError;
import org.jspecify.annotations.Nullable;

/**
 * The text of an expression and its tokens. The library's tree has no positions; but whoever walks it from left to right meets the names
 * in the order of the text, so a cursor over the tokens tells where each stands.
 */
final class ElSource {
    private final Value value;
    private final List<Token> tokens;
    private final List<Integer> offsets;
    private int cursor;

    private ElSource(Value value, List<Token> tokens, List<Integer> offsets) {
        this.value = value;
        this.tokens = tokens;
        this.offsets = offsets;
    }

    /** Reads the tokens; {@code null} after an error. */
    static @Nullable ElSource read(Value value, IssueSink issues) {
        String text = value.text();
        if (text.length() > ElLimits.TEXT) {
            issues.error(
                    value.position(),
                    "the expression has " + text.length() + " characters, expected at most " + ElLimits.TEXT);
            return null;
        }
        List<Token> tokens = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        try {
            ELParserTokenManager lexer = new ELParserTokenManager(new SimpleCharStream(new StringReader(text)));
            for (Token token = lexer.getNextToken();
                    token.kind != ELParserConstants.EOF;
                    token = lexer.getNextToken()) {
                // Only white space stands between tokens, so the next occurrence is the one.
                offset = Math.max(offset, text.indexOf(token.image, offset));
                tokens.add(token);
                offsets.add(offset);
                offset += token.image.length();
            }
        } catch (TokenMgrError illegalCharacter) {
            issues.error(value.at(Math.min(offset, text.length())), "found a character that no expression may hold");
            return null;
        }
        ElSource source = new ElSource(value, List.copyOf(tokens), List.copyOf(offsets));
        return source.isWithinLimits(issues) ? source : null;
    }

    /** Parses the whole text as one expression; {@code null} after an error. */
    @Nullable
    Node parse(IssueSink issues) {
        Node root;
        try {
            root = new ELParser(new StringReader(value.text())).CompositeExpression();
        } catch (ParseException e) {
            reportSyntax(e, issues);
            return null;
        }
        Node first = root.jjtGetNumChildren() == 1 ? root.jjtGetChild(0) : root;
        if (first instanceof AstDynamicExpression || first instanceof AstDeferredExpression) {
            return first.jjtGetChild(0);
        }
        issues.error(
                value.position(),
                "found text and expressions mixed, expected one ${…} as the whole value; join parts with +=");
        return null;
    }

    /** Moves on to the next token with this text and says where it stands. */
    Position next(String image) {
        for (int i = cursor; i < tokens.size(); i++) {
            if (tokens.get(i).image.equals(image)) {
                cursor = i + 1;
                return value.at(offsets.get(i));
            }
        }
        return here();
    }

    /** Moves on behind the next literal of this kind. */
    Position nextOf(int kind) {
        for (int i = cursor; i < tokens.size(); i++) {
            if (tokens.get(i).kind == kind) {
                cursor = i + 1;
                return value.at(offsets.get(i));
            }
        }
        return here();
    }

    /** Where the cursor stands. */
    Position here() {
        return value.at(cursor < offsets.size() ? offsets.get(cursor) : 0);
    }

    private boolean isWithinLimits(IssueSink issues) {
        if (tokens.size() > ElLimits.TOKENS) {
            issues.error(
                    value.position(),
                    "the expression has " + tokens.size() + " words and signs, expected at most " + ElLimits.TOKENS);
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += nesting(tokens.get(i).kind);
            if (depth > ElLimits.NESTING) {
                issues.error(
                        value.at(offsets.get(i)),
                        "the expression nests deeper than " + ElLimits.NESTING + " brackets, signs and conditions");
                return false;
            }
        }
        return true;
    }

    /** Signs and conditions never close, so a text with many of them is refused although they stand side by side. */
    private static int nesting(int kind) {
        return switch (kind) {
            case ELParserConstants.LPAREN,
                    ELParserConstants.LBRACK,
                    ELParserConstants.START_MAP,
                    ELParserConstants.QUESTIONMARK,
                    ELParserConstants.NOT0,
                    ELParserConstants.NOT1,
                    ELParserConstants.EMPTY,
                    ELParserConstants.MINUS,
                    ELParserConstants.ARROW,
                    ELParserConstants.ASSIGN -> 1;
            case ELParserConstants.RPAREN, ELParserConstants.RBRACK -> -1;
            default -> 0;
        };
    }

    private void reportSyntax(ParseException e, IssueSink issues) {
        Token found = e.currentToken == null ? null : e.currentToken.next;
        int index = found == null ? -1 : indexOf(found);
        if (index < 0) {
            int end = Math.max(0, value.text().length() - 1);
            issues.error(value.at(end), "the expression ends too early, expected it to go on and to end with }");
            return;
        }
        boolean valueBefore = Character.isJavaIdentifierPart(lastCharacterBefore(index));
        issues.error(
                value.at(offsets.get(index)),
                "found '" + tokens.get(index).image + "', expected "
                        + (valueBefore
                                ? "an operator, '.', '[' or the closing '}'"
                                : "context, a literal or a name here"));
    }

    private char lastCharacterBefore(int index) {
        if (index == 0) {
            return ' ';
        }
        String before = tokens.get(index - 1).image;
        char last = before.charAt(before.length() - 1);
        return last == ')' || last == ']' || last == '\'' || last == '"' ? 'x' : last;
    }

    private int indexOf(Token token) {
        for (int i = 0; i < tokens.size(); i++) {
            Token candidate = tokens.get(i);
            if (candidate.beginLine == token.beginLine && candidate.beginColumn == token.beginColumn) {
                return i;
            }
        }
        return -1;
    }
}
