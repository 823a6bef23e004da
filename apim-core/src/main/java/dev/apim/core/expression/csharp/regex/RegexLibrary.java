package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Delegate;

/** The types of {@code System.Text.RegularExpressions}. */
public final class RegexLibrary implements Library {
    private static final String NAMESPACE = "System.Text.RegularExpressions.";

    /** It keeps no state. */
    public RegexLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {
        types.type(NAMESPACE + "Regex", Kind.CLASS, RegexValue.class, RegexType::define)
                .type(NAMESPACE + "Match", Kind.CLASS, Match.class, MatchTypes::match)
                .type(NAMESPACE + "Group", Kind.CLASS, Grouped.class, MatchTypes::group)
                .type(NAMESPACE + "Capture", Kind.CLASS, Captured.class, MatchTypes::capture)
                .type(NAMESPACE + "GroupCollection", Kind.CLASS, GroupList.class, MatchTypes::groups)
                .type(NAMESPACE + "MatchCollection", Kind.CLASS, ItemList.class, MatchTypes::matches)
                .type(NAMESPACE + "CaptureCollection", Kind.CLASS, ItemList.class, MatchTypes::captures)
                .type(
                        NAMESPACE + "MatchEvaluator",
                        Kind.DELEGATE,
                        Delegate.class,
                        type -> type.method(
                                "string Invoke(Match match)", (Delegate self, Match match) -> self.call(match)))
                .enumeration(Options.TYPE);
    }
}
