package dev.apim.validation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.core.xml.SecureXml;
import dev.apim.model.Schema;
import dev.apim.policy.Exchange;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The names a request may begin with, from the metadata of the API (OData CSDL); read once for each schema in force. Thread-safe. */
final class ODataModel {
    private static final String CONTENT_TYPE = "application/vnd.ms-azure-apim.odata.schema";
    private static final Set<String> ROOTS = Set.of("EntitySet", "Singleton", "FunctionImport", "ActionImport");
    private final Cache<Schema, Set<String>> roots =
            Caffeine.newBuilder().weakKeys().build();

    /** Whether the metadata knows a name; without metadata every name may be known. */
    boolean mayKnow(Exchange exchange, String name) {
        if (exchange.api() == null) {
            return true;
        }
        for (Schema schema : exchange.gateway().schemas(exchange.api())) {
            if (schema.contentType().equalsIgnoreCase(CONTENT_TYPE)) {
                Set<String> known = roots.get(schema, ODataModel::read);
                return known.isEmpty() || known.contains(name);
            }
        }
        return true;
    }

    private static Set<String> read(Schema schema) {
        Set<String> names = new HashSet<>();
        try {
            var elements = SecureXml.documentBuilder()
                    .parse(SecureXml.input(schema.document()))
                    .getElementsByTagNameNS("*", "*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                if (ROOTS.contains(element.getLocalName())) {
                    names.add(element.getAttribute("Name"));
                }
            }
        } catch (SAXException | IOException unreadable) {
            // Metadata that cannot be read tells of no names: then every name may be one.
            return Set.of();
        }
        return Set.copyOf(names);
    }
}
