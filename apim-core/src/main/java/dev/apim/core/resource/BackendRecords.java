package dev.apim.core.resource;

import dev.apim.IssueSink;
import dev.apim.model.Backend;
import dev.apim.model.BackendProxy;
import dev.apim.model.Logger;
import dev.apim.model.ServiceFabricCluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Backends and loggers, with Azure's defaults; named values in them are put in when all are known. */
final class BackendRecords {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?|wss?)://[^\\s]+");

    private static final Pattern PROXY = Pattern.compile("(?i)http://[^/\\s@?#]+/?");

    private BackendRecords() {}

    static @Nullable Backend backend(Fields fields, IssueSink issues) {
        boolean pool = fields.text("type").equalsIgnoreCase("Pool");
        if (pool ? !hasMembers(fields, issues) : !hasUrl(fields, issues)) {
            return null;
        }
        Fields credentials = fields.object("credentials");
        Fields authorization = credentials.object("authorization");
        List<String> certificates = new ArrayList<>();
        credentials.texts("certificateIds").forEach(id -> certificates.add(id.substring(id.lastIndexOf('/') + 1)));
        return new Backend(
                fields.resource().path().name(),
                fields.text("url"),
                fields.text("protocol", "http").toLowerCase(java.util.Locale.ROOT),
                pool ? "Pool" : "Single",
                fields.text("title"),
                fields.text("description"),
                credentials.lists("header"),
                credentials.lists("query"),
                authorization.has("scheme")
                        ? authorization.text("scheme") + " " + authorization.text("parameter")
                        : null,
                List.copyOf(certificates),
                fields.object("tls").flag("validateCertificateChain", true),
                fields.object("tls").flag("validateCertificateName", true),
                cluster(fields),
                proxy(fields, issues),
                BackendPools.members(fields),
                BackendPools.circuitBreaker(fields, issues));
    }

    private static @Nullable BackendProxy proxy(Fields fields, IssueSink issues) {
        Fields proxy = fields.object("proxy");
        if (!proxy.has("url")) {
            return null;
        }
        String url = proxy.text("url");
        if (!isProxy(url) && !url.contains("{{")) {
            issues.error(fields.at("/proxy/url"), "url of the proxy is no address such as http://proxy:3128");
        }
        return new BackendProxy(url, proxy.optional("username"), proxy.optional("password"));
    }

    static boolean isProxy(String url) {
        return PROXY.matcher(url).matches();
    }

    static Logger logger(Fields fields) {
        Map<String, String> credentials = new LinkedHashMap<>();
        fields.object("credentials").node().fields().forEachRemaining(member -> {
            if (member.getValue().isValueNode()) {
                credentials.put(member.getKey(), member.getValue().asText());
            }
        });
        return new Logger(
                fields.resource().path().name(),
                fields.text("loggerType"),
                fields.text("description"),
                java.util.Collections.unmodifiableMap(credentials),
                fields.flag("isBuffered", true),
                fields.text("resourceId"));
    }

    /** The same with every credential run through {@code text}. */
    static Logger with(Logger logger, UnaryOperator<String> text) {
        Map<String, String> credentials = new LinkedHashMap<>();
        logger.credentials().forEach((name, value) -> credentials.put(name, text.apply(value)));
        return new Logger(
                logger.id(),
                logger.type(),
                logger.description(),
                java.util.Collections.unmodifiableMap(credentials),
                logger.buffered(),
                logger.resourceId());
    }

    private static @Nullable ServiceFabricCluster cluster(Fields fields) {
        Fields cluster = fields.object("properties").object("serviceFabricCluster");
        List<String> endpoints = cluster.texts("managementEndpoints");
        if (endpoints.isEmpty()) {
            return null;
        }
        String certificate = cluster.text("clientCertificateId");
        Integer retries = cluster.number("maxPartitionResolutionRetries");
        return new ServiceFabricCluster(
                endpoints,
                retries == null ? 0 : Math.max(0, retries),
                certificate.isEmpty() ? null : certificate.substring(certificate.lastIndexOf('/') + 1));
    }

    private static boolean hasMembers(Fields fields, IssueSink issues) {
        if (fields.object("pool").has("services")) {
            return true;
        }
        issues.error(fields.at("/pool"), "pool is missing, expected services: a pool needs at least one member");
        return false;
    }

    private static boolean hasUrl(Fields fields, IssueSink issues) {
        String url = fields.text("url");
        boolean service = url.toLowerCase(java.util.Locale.ROOT).startsWith("fabric:/") && cluster(fields) != null;
        if (isAbsolute(url) || url.startsWith("{{") || service) {
            return true;
        }
        String found = url.isEmpty() ? "is missing" : "does not begin with http:// or https://";
        issues.error(fields.at("/url"), "url " + found + ", expected an absolute URL such as https://host/base");
        return false;
    }

    static boolean isAbsolute(String url) {
        return ABSOLUTE.matcher(url).matches();
    }

    /** The same with every text run through {@code text}. */
    static Backend with(Backend backend, List<String> certificateIds, UnaryOperator<String> text) {
        String authorization = backend.authorization();
        BackendProxy proxy = backend.proxy();
        return new Backend(
                backend.id(),
                text.apply(backend.url()),
                backend.protocol(),
                backend.type(),
                backend.title(),
                backend.description(),
                each(backend.headers(), text),
                each(backend.query(), text),
                authorization == null ? null : text.apply(authorization),
                certificateIds,
                backend.validateCertificateChain(),
                backend.validateCertificateName(),
                backend.serviceFabric(),
                proxy == null ? null : with(proxy, text),
                backend.members(),
                backend.circuitBreaker());
    }

    private static BackendProxy with(BackendProxy proxy, UnaryOperator<String> text) {
        String username = proxy.username();
        String password = proxy.password();
        return new BackendProxy(
                text.apply(proxy.url()),
                username == null ? null : text.apply(username),
                password == null ? null : text.apply(password));
    }

    private static Map<String, List<String>> each(Map<String, List<String>> lists, UnaryOperator<String> text) {
        Map<String, List<String>> resolved = new LinkedHashMap<>();
        lists.forEach(
                (name, values) -> resolved.put(name, values.stream().map(text).toList()));
        return java.util.Collections.unmodifiableMap(resolved);
    }
}
