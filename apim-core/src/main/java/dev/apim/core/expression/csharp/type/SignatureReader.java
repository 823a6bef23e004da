package dev.apim.core.expression.csharp.type;

import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.policy.Cost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of the table's members. They are ours, so a mistake in one is an {@link IllegalArgumentException}. */
final class SignatureReader {
    /** {@code Name<A, B>(}; the type before may itself hold parentheses, those of a tuple. */
    private static final Pattern GENERIC = Pattern.compile("\\w<([\\w, ]+)>\\(");

    private static final String SIGNS = "=!<>+-*/%&|^~";

    private final String text;
    private final TypeDefinition owner;
    private final TypeTable table;
    private final Map<String, CsType> typeParameters = new HashMap<>();
    private int at;

    private SignatureReader(String text, TypeDefinition owner, TypeTable table) {
        this.text = text;
        this.owner = owner;
        this.table = table;
        owner.parameters()
                .forEach(parameter -> typeParameters.put(parameter.definition().name(), parameter));
    }

    /**
     * A property's type and name.
     *
     * @param type of its value
     */
    record Named(CsType type, String name) {}

    static CsType type(String text, TypeDefinition owner, TypeTable table) {
        return new SignatureReader(text, owner, table).type();
    }

    static Named property(String text, TypeDefinition owner, TypeTable table) {
        SignatureReader reader = new SignatureReader(text, owner, table);
        CsType type = reader.type();
        return new Named(type, reader.word());
    }

    static Method method(String text, TypeDefinition owner, TypeTable table, Code code) {
        return new SignatureReader(text, owner, table).method(code);
    }

    private Method method(Code code) {
        boolean isStatic = skip("static");
        if (peek('(')) {
            return made(Method.CONSTRUCTOR, true, List.of(), parameters('(', ')'), owner.open(), code);
        }
        if (skip(Method.IMPLICIT) || skip(Method.EXPLICIT)) {
            String name = text.startsWith(Method.IMPLICIT) ? Method.IMPLICIT : Method.EXPLICIT;
            expect("operator");
            CsType to = type();
            return made(name, true, List.of(), parameters('(', ')'), to, code);
        }
        List<CsType> own = declaredAhead();
        CsType returns = type();
        if (skip("this")) {
            return made(Method.INDEX, false, List.of(), parameters('[', ']'), returns, code);
        }
        if (skip("operator")) {
            return made(sign(), true, List.of(), parameters('(', ')'), returns, code);
        }
        String name = word();
        if (peek('<')) {
            at = text.indexOf('>', at) + 1;
        }
        List<Parameter> parameters = parameters('(', ')');
        boolean extension = !parameters.isEmpty() && parameters.get(0).mode() == Parameter.Mode.THIS;
        return made(name, isStatic || extension, own, parameters, returns, code);
    }

    private Method made(
            String name, boolean isStatic, List<CsType> own, List<Parameter> parameters, CsType returns, Code code) {
        return new Method(owner, name, isStatic, own, parameters, returns, code, Cost.BOUNDED);
    }

    /** The method's own type parameters stand behind its name, but its result may be of them: look ahead for {@code Name<A, B>(}. */
    private List<CsType> declaredAhead() {
        Matcher generic = GENERIC.matcher(text);
        if (!generic.find(at)) {
            return List.of();
        }
        List<CsType> own = new ArrayList<>();
        for (String name : generic.group(1).split(",")) {
            CsType parameter = CsType.of(TypeDefinition.parameter(table, name.strip()));
            typeParameters.put(name.strip(), parameter);
            own.add(parameter);
        }
        return List.copyOf(own);
    }

    private List<Parameter> parameters(char open, char close) {
        expect(String.valueOf(open));
        List<Parameter> parameters = new ArrayList<>();
        while (!skip(String.valueOf(close))) {
            if (!parameters.isEmpty()) {
                expect(",");
            }
            parameters.add(parameter());
        }
        return List.copyOf(parameters);
    }

    private Parameter parameter() {
        Parameter.Mode mode = Parameter.Mode.VALUE;
        for (Parameter.Mode candidate : Parameter.Mode.values()) {
            if (candidate != Parameter.Mode.VALUE && skip(candidate.name().toLowerCase(java.util.Locale.ROOT))) {
                mode = candidate;
            }
        }
        CsType type = type();
        String name = word();
        if (!skip("=")) {
            return new Parameter(name, type, mode, false, null);
        }
        return new Parameter(name, type, mode, true, literal());
    }

    private @Nullable Object literal() {
        spaces();
        int end = at;
        while (end < text.length() && ",)]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end).strip();
        at = end;
        return switch (word) {
            case "null", "default" -> null;
            case "true", "false" -> Boolean.valueOf(word);
            default -> word.startsWith("\"") ? word.substring(1, word.length() - 1) : Integer.valueOf(word);
        };
    }

    private CsType type() {
        CsType type = peek('(') ? tuple() : named();
        while (true) {
            if (skip("[]")) {
                type = table.array(type);
            } else if (skip("?")) {
                type = table.nullable(type);
            } else {
                return type;
            }
        }
    }

    private CsType tuple() {
        expect("(");
        List<CsType> elements = new ArrayList<>();
        do {
            elements.add(type());
        } while (skip(","));
        expect(")");
        return table.tuple(elements);
    }

    private CsType named() {
        String name = word();
        while (skip(".")) {
            name = word();
        }
        CsType parameter = typeParameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        List<CsType> arguments = new ArrayList<>();
        if (skip("<")) {
            do {
                arguments.add(type());
            } while (skip(","));
            expect(">");
        }
        TypeDefinition definition = table.find(name, arguments.size());
        if (definition == null) {
            throw mistake("a type of the table, found " + name + " with " + arguments.size() + " type arguments");
        }
        return new CsType(definition, List.copyOf(arguments));
    }

    private String sign() {
        spaces();
        int start = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            return word();
        }
        return text.substring(start, at);
    }

    private String word() {
        spaces();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == start) {
            throw mistake("a name");
        }
        return text.substring(start, at);
    }

    private boolean peek(char expected) {
        spaces();
        return at < text.length() && text.charAt(at) == expected;
    }

    private boolean skip(String expected) {
        spaces();
        int end = at + expected.length();
        boolean isWord = Character.isLetter(expected.charAt(0));
        if (!text.startsWith(expected, at)
                || (isWord && end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
            return false;
        }
        at = end;
        return true;
    }

    private void expect(String expected) {
        if (!skip(expected)) {
            throw mistake(expected);
        }
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException mistake(String expected) {
        return new IllegalArgumentException(owner + " declares '" + text + "': expected " + expected + " at " + at);
    }

    /** Whether a type of this kind may be followed by {@code ?} for more than the reader's eye. */
    static boolean takesNullable(CsType type) {
        return type.isValueType() || type.is(Kind.PARAMETER);
    }
}
