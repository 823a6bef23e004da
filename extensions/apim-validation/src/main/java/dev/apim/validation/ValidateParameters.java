package dev.apim.validation;

import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Parameter;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Validates the parameters of one request. */
record ValidateParameters(
        NamedActions headers,
        NamedActions query,
        NamedActions path,
        @Nullable String variable,
        ParameterCheck ofHeaders,
        ParameterCheck ofQuery,
        ParameterCheck ofPath)
        implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        Operation operation = exchange.operation();
        if (operation == null) {
            return Outcome.next();
        }
        Report report = new Report(Side.REQUEST);
        try {
            fields(exchange, operation, report);
            query(exchange, operation, report);
            path(exchange, operation, report);
        } catch (EcmaPattern.ExhaustedException e) {
            return Outcome.fail(
                    PolicyFailure.internal("PolicyTimeout", "validate-parameters gave up: " + e.getMessage() + "."));
        }
        return report.outcome(exchange, variable);
    }

    private void fields(Exchange exchange, Operation operation, Report report) {
        Headers sent = exchange.request().headers();
        Names names = new Names();
        for (Parameter parameter : operation.request().headers()) {
            names.add(parameter.name());
            specified(exchange, headers, ofHeaders, parameter, sent.all(parameter.name()), report);
        }
        Api api = exchange.api();
        String key = api == null ? "" : api.subscriptionKeyParameterNames().header();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : sent.names()) {
            boolean common = CommonFields.holds(Side.REQUEST, name) && !headers.names(name);
            boolean expected = names.have(name) || name.equalsIgnoreCase(key) || common;
            if (!expected && seen.add(name)) {
                unspecified(exchange, headers, ofHeaders, name, report);
            }
        }
    }

    private void query(Exchange exchange, Operation operation, Report report) {
        QueryParameters sent =
                QueryParameters.parse(exchange.request().url().query().replaceFirst("^\\?", ""));
        Names names = new Names();
        for (Template.Part part : Template.query(operation)) {
            names.add(part.name());
            if (part.parameter() != null) {
                specified(exchange, query, ofQuery, part.parameter(), sent.all(part.name()), report);
            }
        }
        for (Parameter parameter : operation.request().queryParameters()) {
            names.add(parameter.name());
            specified(exchange, query, ofQuery, parameter, sent.all(parameter.name()), report);
        }
        Api api = exchange.api();
        String key = api == null ? "" : api.subscriptionKeyParameterNames().query();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (QueryParameters.Parameter each : sent.list()) {
            if (!names.have(each.name()) && !each.name().equalsIgnoreCase(key) && seen.add(each.name())) {
                unspecified(exchange, query, ofQuery, each.name(), report);
            }
        }
    }

    private void path(Exchange exchange, Operation operation, Report report) {
        for (Parameter parameter : Template.path(operation)) {
            String value = exchange.matchedParameters().get(parameter.name());
            specified(exchange, path, ofPath, parameter, value == null ? List.of() : List.of(value), report);
        }
    }

    private static void specified(
            Exchange exchange,
            NamedActions actions,
            ParameterCheck check,
            Parameter parameter,
            List<String> values,
            Report report) {
        Action action = report.prevents() ? Action.IGNORE : actions.of(parameter.name(), true, exchange);
        if (action != Action.IGNORE) {
            report.add(action, check.findings(exchange, parameter, values));
        }
    }

    private static void unspecified(
            Exchange exchange, NamedActions actions, ParameterCheck check, String name, Report report) {
        Action action = report.prevents() ? Action.IGNORE : actions.of(name, false, exchange);
        report.add(action, check.unspecified(name));
    }

    /** Names compared without case. */
    private static final class Names {
        private final List<String> folded = new ArrayList<>();

        void add(String name) {
            folded.add(name.toLowerCase(Locale.ROOT));
        }

        boolean have(String name) {
            return folded.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return "validate-parameters";
    }
}
