package dev.apim.core.expression.context;

import static dev.apim.core.expression.context.ContextType.BOOL;
import static dev.apim.core.expression.context.ContextType.DATE_TIME;
import static dev.apim.core.expression.context.ContextType.INT;
import static dev.apim.core.expression.context.ContextType.STRING;
import static dev.apim.core.expression.context.ContextType.listOf;

import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Group;
import dev.apim.model.Operation;
import dev.apim.model.Product;
import dev.apim.model.Subscription;
import dev.apim.model.SubscriptionKeyParameterNames;
import dev.apim.model.User;
import dev.apim.model.Workspace;
import dev.apim.policy.Exchange;
import org.jspecify.annotations.Nullable;

/** What the configuration knows of a call: its API, operation, product, subscription and user. */
final class ResourceTypes {
    static final ContextType WORKSPACE = ContextType.type("IWorkspace", Workspace.class)
            .property("Id", STRING, Workspace::id)
            .property("Name", STRING, Workspace::displayName)
            .build();

    private static final ContextType KEY_NAMES = ContextType.type(
                    "ISubscriptionKeyParameterNames", SubscriptionKeyParameterNames.class)
            .property("Header", STRING, SubscriptionKeyParameterNames::header)
            .property("Query", STRING, SubscriptionKeyParameterNames::query)
            .build();

    static final ContextType API = api("IApi").build();

    static final ContextType CONTEXT_API = api("IContextApi")
            .property("IsCurrentRevision", BOOL, Api::isCurrent)
            .property("Revision", STRING, Api::revision)
            .property("Version", STRING, Api::version)
            .nullable("Workspace", WORKSPACE, (api, exchange) -> workspace(exchange, api.workspaceId()))
            .build();

    static final ContextType OPERATION = ContextType.type("IOperation", Operation.class)
            .property("Id", STRING, Operation::id)
            .property("Method", STRING, Operation::method)
            .property("Name", STRING, Operation::displayName)
            .property("UrlTemplate", STRING, Operation::urlTemplate)
            .build();

    static final ContextType GROUP = ContextType.type("IGroup", Group.class)
            .property("Id", STRING, Group::id)
            .property("Name", STRING, Group::displayName)
            .build();

    static final ContextType PRODUCT_STATE = ContextType.of("ProductState", Product.State.class);

    static final ContextType PRODUCT = ContextType.type("IProduct", Product.class)
            .nullable(
                    "Apis",
                    listOf(API),
                    (product, exchange) -> exchange.gateway().apis(product))
            .property("ApprovalRequired", BOOL, Product::approvalRequired)
            .nullable(
                    "Groups",
                    listOf(GROUP),
                    (product, exchange) -> exchange.gateway().groups(product))
            .property("Id", STRING, Product::id)
            .property("Name", STRING, Product::displayName)
            .property("State", PRODUCT_STATE, Product::state)
            .nullable("SubscriptionLimit", INT, Product::subscriptionsLimit)
            .property("SubscriptionRequired", BOOL, Product::subscriptionRequired)
            .nullable("Workspace", WORKSPACE, (product, exchange) -> workspace(exchange, product.workspaceId()))
            .build();

    static final ContextType SUBSCRIPTION = ContextType.type("ISubscription", Subscription.class)
            .nullable("CreatedDate", DATE_TIME, Subscription::createdDate)
            .nullable("EndDate", DATE_TIME, Subscription::endDate)
            .property("Id", STRING, Subscription::id)
            .nullable("Key", STRING, (subscription, exchange) -> exchange.subscriptionKey())
            .property("Name", STRING, Subscription::displayName)
            .property("PrimaryKey", STRING, Subscription::primaryKey)
            .property("SecondaryKey", STRING, Subscription::secondaryKey)
            .nullable("StartDate", DATE_TIME, Subscription::startDate)
            .build();

    private static final ContextType IDENTITY = ContextType.type("IUserIdentity", User.Identity.class)
            .property("Id", STRING, User.Identity::id)
            .property("Provider", STRING, User.Identity::provider)
            .build();

    static final ContextType USER = ContextType.type("IUser", User.class)
            .property("Email", STRING, User::email)
            .property("FirstName", STRING, User::firstName)
            .nullable(
                    "Groups",
                    listOf(GROUP),
                    (user, exchange) -> exchange.gateway().groups(user))
            .property("Id", STRING, User::id)
            .property("Identities", listOf(IDENTITY), User::identities)
            .property("LastName", STRING, User::lastName)
            .property("Note", STRING, User::note)
            .nullable("RegistrationDate", DATE_TIME, User::registrationDate)
            .build();

    private ResourceTypes() {}

    private static ContextType.Builder<Api> api(String name) {
        return ContextType.type(name, Api.class)
                .property("Id", STRING, Api::id)
                .property("Name", STRING, Api::displayName)
                .property("Path", STRING, Api::path)
                .property("Protocols", listOf(STRING), Api::protocols)
                .nullable(
                        "ServiceUrl",
                        MessageTypes.URL,
                        (Api api) -> api.serviceUrl().isEmpty() ? null : Url.parse(api.serviceUrl()))
                .property("SubscriptionKeyParameterNames", KEY_NAMES, Api::subscriptionKeyParameterNames);
    }

    static @Nullable Workspace workspace(Exchange exchange, @Nullable String id) {
        return id == null ? null : exchange.gateway().workspace(id).orElse(null);
    }
}
