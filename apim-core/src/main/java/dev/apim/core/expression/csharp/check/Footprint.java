package dev.apim.core.expression.csharp.check;

import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;

/** What an expression reads and costs, gathered while it is checked. */
final class Footprint {
    private boolean request;
    private boolean response;
    private Cost cost = Cost.BOUNDED;

    /** A body is read. */
    void reads(Bound.Source source) {
        request |= source != Bound.Source.RESPONSE;
        response |= source != Bound.Source.REQUEST;
    }

    /** Something takes no small time. */
    void costs(Cost more) {
        cost = cost.and(more);
    }

    Cost cost() {
        return cost;
    }

    BodyUse bodyUse() {
        return new BodyUse(request, response);
    }
}
