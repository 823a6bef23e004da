package dev.apim;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration was refused; it holds every issue found, and nothing of the configuration took effect. */
public final class ConfigurationException extends ApimException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    /** With all issues of the refused configuration, warnings among them. */
    public ConfigurationException(List<Issue> issues) {
        super(issues.stream().filter(Issue::isError).map(Issue::toString).collect(Collectors.joining("\n")));
        this.issues = List.copyOf(issues);
    }

    /** Every issue, in the order found. */
    public List<Issue> issues() {
        return issues;
    }
}
