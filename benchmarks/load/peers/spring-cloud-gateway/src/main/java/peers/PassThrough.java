package peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** Spring Cloud Gateway as a plain pass-through. */
@SpringBootApplication
public class PassThrough {
    public static void main(String[] arguments) {
        SpringApplication.run(PassThrough.class, "--server.port=" + arguments[0], "--backend=" + arguments[1]);
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder routes, org.springframework.core.env.Environment environment) {
        return routes.routes()
                .route(route -> route.path("/**").uri(environment.getRequiredProperty("backend")))
                .build();
    }
}
