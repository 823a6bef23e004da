package dev.apim.graphql.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is: a JDBC URL, or what one of Azure SQL's connection strings comes to. User and password travel as properties, so
 * that no driver's message shows them with the URL.
 *
 * @param url for the driver
 * @param properties for the driver; secret
 */
record ConnectionText(String url, Properties properties) {
    private static final String SQL_SERVER = "jdbc:sqlserver:";

    /**
     * Reads a connection string.
     *
     * @param managedIdentity whether a token of the gateway's own identity takes the place of user and password
     * @throws IllegalArgumentException when it names no server, or none that takes such a token; the message cites nothing of it
     */
    static ConnectionText parse(String text, boolean managedIdentity) {
        String stripped = text.strip();
        if (stripped.regionMatches(true, 0, "jdbc:", 0, 5)) {
            ConnectionText url = new ConnectionText(stripped, new Properties());
            if (managedIdentity && !url.takesBatches()) {
                throw new IllegalArgumentException(
                        "use-managed-identity is for Azure SQL, but the connection string is the"
                                + " URL of another database; put its credentials there");
            }
            return url;
        }
        Map<String, String> parts = parts(stripped);
        String server = first(parts, "server", "data source", "address", "addr", "network address");
        if (server.isEmpty()) {
            throw new IllegalArgumentException(
                    "the connection string names no server, expected Server=…;Database=…, or a URL that begins with jdbc:");
        }
        StringBuilder url = new StringBuilder(SQL_SERVER).append("//").append(address(server));
        append(url, "databaseName", first(parts, "database", "initial catalog"));
        append(url, "encrypt", flag(first(parts, "encrypt"), "true"));
        append(
                url,
                "trustServerCertificate",
                flag(first(parts, "trustservercertificate", "trust server certificate"), "false"));
        append(url, "loginTimeout", first(parts, "connect timeout", "connection timeout", "timeout"));
        append(url, "applicationName", first(parts, "application name", "app"));
        Properties properties = new Properties();
        String user = first(parts, "user id", "uid", "user");
        if (!managedIdentity && !user.isEmpty()) {
            properties.put("user", user);
            properties.put("password", first(parts, "password", "pwd"));
        }
        String authentication = first(parts, "authentication").replace(" ", "");
        if (!managedIdentity && !authentication.isEmpty()) {
            properties.put("authentication", authentication);
        }
        return new ConnectionText(url.toString(), properties);
    }

    /** The properties for one connection. */
    Properties properties(@Nullable String token) {
        if (token == null) {
            return properties;
        }
        Properties own = new Properties();
        own.putAll(properties);
        own.put("accessToken", token);
        return own;
    }

    /** Whether the server takes a batch of statements as it is written. */
    boolean takesBatches() {
        return url.regionMatches(true, 0, SQL_SERVER, 0, SQL_SERVER.length());
    }

    /** The driver a user has to add where none takes the URL. */
    String missingDriver() {
        return takesBatches()
                ? "no JDBC driver for Azure SQL is at hand: add com.microsoft.sqlserver:mssql-jdbc to the class path"
                : "no JDBC driver at hand takes the connection string: add the driver of that database to the class path";
    }

    /** {@code tcp:host,port} and {@code host\instance}. */
    private static String address(String server) {
        String host = server.regionMatches(true, 0, "tcp:", 0, 4) ? server.substring(4) : server;
        int comma = host.indexOf(',');
        String address = comma < 0
                ? host.strip()
                : host.substring(0, comma).strip() + ":"
                        + host.substring(comma + 1).strip();
        if (address.indexOf(';') >= 0 || address.indexOf('{') >= 0) {
            throw new IllegalArgumentException("the connection string's server is no host name; correct it");
        }
        return address;
    }

    private static String flag(String given, String otherwise) {
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "mandatory" -> "true";
            case "strict" -> "strict";
            case "false", "no", "optional" -> "false";
            default -> otherwise;
        };
    }

    /** A value is put in braces, in which a closing one is doubled, so that it cannot begin another property. */
    private static void append(StringBuilder url, String property, String value) {
        if (!value.isEmpty()) {
            url.append(';')
                    .append(property)
                    .append("={")
                    .append(value.replace("}", "}}"))
                    .append('}');
        }
    }

    private static String first(Map<String, String> parts, String... names) {
        for (String name : names) {
            String value = parts.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            int from = equals + 1;
            int end = valueEnd(text, from);
            parts.put(
                    text.substring(at, equals).strip(),
                    unquoted(text.substring(from, end).strip()));
            at = end + 1;
        }
        return parts;
    }

    private static int valueEnd(String text, int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            int close = text.indexOf(text.charAt(start), start + 1);
            start = close < 0 ? start : close;
        }
        int end = text.indexOf(';', start);
        return end < 0 ? text.length() : end;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Nothing: the URL of another database may hold its password. */
    @Override
    public String toString() {
        return "ConnectionText";
    }
}
