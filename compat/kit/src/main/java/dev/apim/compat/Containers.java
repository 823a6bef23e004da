package dev.apim.compat;

import java.util.Set;
import java.util.stream.Collectors;

/** The containers that keep the contract, and what each of them cannot express. */
public enum Containers {
    /** Jetty 12.1 with the environment ee10. */
    JETTY_EE10("Jetty 12.1, ee10", "6.0", Set.of()),
    /** Jetty 12.1 with the environment ee11. */
    JETTY_EE11("Jetty 12.1, ee11", "6.1", Set.of()),
    /** Tomcat 10.1. */
    TOMCAT_10("Tomcat 10.1", "6.0", Set.of()),
    /** Tomcat 11. */
    TOMCAT_11("Tomcat 11", "6.1", Set.of()),
    /** Undertow 2.3. It ends a response in good order whatever is thrown once the head is out. */
    UNDERTOW("Undertow 2.3", "6.0", Set.of(Capability.BREAK_OFF));

    private final String title;
    private final String version;
    private final Set<Capability> missing;

    Containers(String title, String version, Set<Capability> missing) {
        this.title = title;
        this.version = version;
        this.missing = missing;
    }

    /** What it cannot express. */
    public Set<Capability> missing() {
        return missing;
    }

    /** The page of the guide. */
    static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Servlet containers\n\n")
                .append(
                        "The same contract is tried in each of these containers: what a host does with requests and responses, it\n")
                .append(
                        "does behind the gateway as without it. What a container cannot express is listed, with the clause that leaves\n")
                .append("it open.\n\n")
                .append("| container | Servlet | cannot |\n|---|---|---|\n");
        for (Containers container : values()) {
            String cannot = container.missing.stream()
                    .map(Enum::name)
                    .sorted()
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
            page.append("| ")
                    .append(container.title)
                    .append(" | ")
                    .append(container.version)
                    .append(" | ");
            page.append(cannot.isEmpty() ? "nothing" : cannot).append(" |\n");
        }
        page.append("\n| capability | what it is | clause |\n|---|---|---|\n");
        for (Capability capability : Capability.values()) {
            page.append("| `").append(capability.name()).append("` | ").append(capability.title());
            page.append(" | ").append(capability.clause()).append(" |\n");
        }
        return page.toString();
    }
}
