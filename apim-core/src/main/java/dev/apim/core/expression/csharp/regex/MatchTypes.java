package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Match}, {@code Group}, {@code Capture} and their collections. */
final class MatchTypes {
    private MatchTypes() {}

    static void capture(TypeBuilder type) {
        type.base("object")
                .property("int Index", Captured::index)
                .property("int Length", Captured::length)
                .property("string Value", Captured::value)
                .method("string ToString()", (Captured self) -> self.value());
    }

    static void group(TypeBuilder type) {
        type.base("Capture")
                .property("string Name", Grouped::name)
                .property("bool Success", Grouped::success)
                .property("CaptureCollection Captures", Grouped::captures)
                .method("static Group Synchronized(Group inner)", (@Nullable Grouped inner) -> there(inner));
    }

    static void match(TypeBuilder type) {
        type.base("Group")
                .staticProperty("Match Empty", () -> Match.EMPTY)
                .property("GroupCollection Groups", Match::groups)
                .methodWith("Match NextMatch()", (call, a) -> {
                    Match self = (Match) Objects.requireNonNull(a[0]);
                    RegexValue regex = self.regex();
                    return regex == null ? self : regex.next(call.evaluation(), self);
                })
                .costly()
                .methodWith("string Result(string replacement)", (call, a) -> {
                    Match self = (Match) Objects.requireNonNull(a[0]);
                    String replacement = (String) a[1];
                    if (replacement == null) {
                        throw DotNetException.argumentNull("replacement");
                    }
                    if (!self.success()) {
                        throw DotNetException.of(
                                "System.NotSupportedException", "Result cannot be called on a failed Match.", null);
                    }
                    return call.evaluation().made(Substitution.of(replacement, self));
                })
                .method("static Match Synchronized(Match inner)", (@Nullable Match inner) -> there(inner));
    }

    private static <T> T there(@Nullable T inner) {
        if (inner == null) {
            throw DotNetException.argumentNull("inner");
        }
        return inner;
    }

    static void groups(TypeBuilder type) {
        type.base("object", "IEnumerable<Group>")
                .property("int Count", GroupList::count)
                .property("bool IsReadOnly", (GroupList self) -> true)
                .property("bool IsSynchronized", (GroupList self) -> false)
                .property("IEnumerable<string> Keys", GroupList::names)
                .property("IEnumerable<Group> Values", GroupList::all)
                .method("Group this[int groupnum]", (GroupList self, Integer number) -> self.at(number))
                .method("Group this[string groupname]", (GroupList self, @Nullable String name) -> self.at(name))
                .method(
                        "bool ContainsKey(string key)",
                        (GroupList self, @Nullable String name) -> name != null && self.has(name))
                .method(
                        "bool TryGetValue(string key, out Group value)",
                        (GroupList self, @Nullable String name, Ref<@Nullable Object> value) -> {
                            boolean has = name != null && self.has(name);
                            value.value = has ? self.at(name) : null;
                            return has;
                        });
    }

    static void matches(TypeBuilder type) {
        list(type, "Match");
    }

    static void captures(TypeBuilder type) {
        list(type, "Capture");
    }

    private static void list(TypeBuilder type, String element) {
        type.base("object", "IReadOnlyList<" + element + ">", "IList<" + element + ">")
                .property("int Count", ItemList::count)
                .costly()
                .property("bool IsReadOnly", (ItemList self) -> true)
                .property("bool IsSynchronized", (ItemList self) -> false)
                .method(element + " this[int i]", (ItemList self, Integer index) -> self.at(index))
                .costly();
    }
}
