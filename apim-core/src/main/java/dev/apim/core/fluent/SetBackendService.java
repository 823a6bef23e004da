package dev.apim.core.fluent;

/** Sends the request to another base URL or backend. Azure: {@code set-backend-service}. Immutable. */
public final class SetBackendService implements PolicyStep {
    private final PolicyXml xml;

    SetBackendService(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetBackendService id(String value) {
        return new SetBackendService(xml.attribute("id", value));
    }

    /** Absolute base URL; the operation's path and query follow it. May be an expression. */
    public SetBackendService baseUrl(String value) {
        return new SetBackendService(xml.attribute("base-url", value));
    }

    /** Resource name of a backend. May be an expression. */
    public SetBackendService backendId(String value) {
        return new SetBackendService(xml.attribute("backend-id", value));
    }

    /** Service Fabric: whether the cluster is asked anew. */
    public SetBackendService sfResolveCondition(boolean value) {
        return new SetBackendService(xml.attribute("sf-resolve-condition", value));
    }

    /** The same as text, or an expression. */
    public SetBackendService sfResolveCondition(String value) {
        return new SetBackendService(xml.attribute("sf-resolve-condition", value));
    }

    /** Service Fabric: the service in place of the backend's. May be an expression. */
    public SetBackendService sfServiceInstanceName(String value) {
        return new SetBackendService(xml.attribute("sf-service-instance-name", value));
    }

    /** Service Fabric: a number or name that tells the partition. May be an expression. */
    public SetBackendService sfPartitionKey(String value) {
        return new SetBackendService(xml.attribute("sf-partition-key", value));
    }

    /** Service Fabric: which replica. One of {@code primary}, {@code secondary}. May be an expression. */
    public SetBackendService sfReplicaType(String value) {
        return new SetBackendService(xml.attribute("sf-replica-type", value));
    }

    /** Service Fabric: which of its listeners. May be an expression. */
    public SetBackendService sfListenerName(String value) {
        return new SetBackendService(xml.attribute("sf-listener-name", value));
    }

    /** Dapr: the application; with backend-id="dapr". May be an expression. */
    public SetBackendService daprAppId(String value) {
        return new SetBackendService(xml.attribute("dapr-app-id", value));
    }

    /** Dapr: the method. May be an expression. */
    public SetBackendService daprMethod(String value) {
        return new SetBackendService(xml.attribute("dapr-method", value));
    }

    /** Dapr: the application's namespace. May be an expression. */
    public SetBackendService daprNamespace(String value) {
        return new SetBackendService(xml.attribute("dapr-namespace", value));
    }

    @Override
    public PolicyXml element() {
        return xml;
    }

    /** Its XML. */
    @Override
    public String toString() {
        return xml.toString();
    }
}
