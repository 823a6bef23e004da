package dev.apim.core.policies.message;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.PolicyFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What to do where a header or parameter of that name is there already (Azure: {@code exists-action}). */
public enum ExistsAction {
    /** Replace all. */
    OVERRIDE,
    /** Leave it. */
    SKIP,
    /** Add to it. */
    APPEND,
    /** Take it away; nothing is set. */
    DELETE;

    /** The attribute. */
    public static AttributeSpec attribute() {
        return AttributeSpec.of("exists-action", AttributeSpec.Type.STRING, "What to do where it is there already.")
                .oneOf("override", "skip", "append", "delete")
                .orExpression()
                .or("override");
    }

    /** The action of a literal or a computed name; {@code null} where there is none of that name. */
    public static @Nullable ExistsAction named(@Nullable String name) {
        for (ExistsAction action : values()) {
            if (name != null && action.toString().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return action;
            }
        }
        return null;
    }

    /** Why a computed name is not taken. */
    public static PolicyFailure unknown() {
        return PolicyFailure.internal(
                "InvalidAttribute",
                "The expression of exists-action gave none of override, skip, append and delete; mend the expression.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
