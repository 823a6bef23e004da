package dev.apim.core.expression.context;

import static dev.apim.core.expression.context.ContextType.BOOL;
import static dev.apim.core.expression.context.ContextType.DATE_TIME;
import static dev.apim.core.expression.context.ContextType.STRING;

import dev.apim.model.Certificate;
import dev.apim.model.Deployment;

/** The gateway that serves, and the certificates it holds. */
final class DeploymentTypes {
    /**
     * The gateway among the properties of the deployment.
     *
     * @param deployment that knows it
     */
    record Gateway(Deployment deployment) {}

    static final ContextType GATEWAY = ContextType.type("IGateway", Gateway.class)
            .property("Id", STRING, gateway -> gateway.deployment.gatewayId())
            .property("InstanceId", STRING, gateway -> gateway.deployment.gatewayInstanceId())
            .property("IsManaged", BOOL, gateway -> gateway.deployment.managed())
            .build();

    /** Of a certificate, what can be told without its key. */
    static final ContextType CERTIFICATE = ContextType.type("X509Certificate2", Certificate.class)
            .property("NotAfter", DATE_TIME, Certificate::expirationDate)
            .property("Subject", STRING, Certificate::subject)
            .property("Thumbprint", STRING, Certificate::thumbprint)
            .build();

    static final ContextType DEPLOYMENT = ContextType.type("IDeployment", Deployment.class)
            .nullable(
                    "Certificates",
                    Dictionaries.single("IReadOnlyDictionary<string, X509Certificate2>", CERTIFICATE),
                    (deployment, exchange) -> exchange.gateway().certificates())
            .property("Gateway", GATEWAY, Gateway::new)
            .property("GatewayId", STRING, Deployment::gatewayId)
            .property("Region", STRING, Deployment::region)
            .property("ServiceId", STRING, Deployment::serviceId)
            .property("ServiceName", STRING, Deployment::serviceName)
            .build();

    private DeploymentTypes() {}
}
