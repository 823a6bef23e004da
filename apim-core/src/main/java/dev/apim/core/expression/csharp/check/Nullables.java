package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.collection.Defaults;
import dev.apim.core.expression.csharp.plan.Calls;
import dev.apim.core.expression.csharp.plan.Constant;
import dev.apim.core.expression.csharp.plan.Logic;
import dev.apim.core.expression.csharp.plan.Node;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Method;
import java.util.List;

/** Methods of {@code T?}: they may be called where there is no value. */
final class Nullables {
    private Nullables() {}

    /** A call; of the arguments the first is the value. */
    static Node call(Method method, List<Node> arguments, CsType held, List<CsType> types) {
        Node value = arguments.get(0);
        if (method.name().equals("GetValueOrDefault")) {
            return Logic.coalesce(value, arguments.size() > 1 ? arguments.get(1) : new Constant(Defaults.of(held)));
        }
        Node call = Calls.of(method.code(), arguments, true, types);
        return switch (method.name()) {
            case "ToString" -> frame -> value.eval(frame) == null ? "" : call.eval(frame);
            case "GetHashCode" -> frame -> value.eval(frame) == null ? (Integer) 0 : call.eval(frame);
            case "Equals" ->
                frame ->
                        value.eval(frame) == null ? (Boolean) (arguments.get(1).eval(frame) == null) : call.eval(frame);
            default -> call;
        };
    }
}
