package dev.apim.runner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may depend on what, and what only one place may do. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.apim");

    private static final String[] EVERYWHERE = {"java..", "org.jspecify..", "org.slf4j.."};
    private static final String[] API = {
        "dev.apim",
        "dev.apim.backend",
        "dev.apim.cache",
        "dev.apim.event",
        "dev.apim.http",
        "dev.apim.kind",
        "dev.apim.limit",
        "dev.apim.model",
        "dev.apim.policy",
        "dev.apim.resource",
        "dev.apim.telemetry",
        "dev.apim.template"
    };

    /** The places where the machine's clock is read, each behind {@code dev.apim.Time}. */
    private static final Set<String> CLOCKS = Set.of(
            // The clock and timer of a running gateway.
            "dev.apim.core.time.SystemTime",
            // The same on an event loop, so that its tasks need no hop between threads.
            "dev.apim.vertx.VertxTime",
            // Reads the clock once, for commands in which nothing waits.
            "dev.apim.runner.cli.SkippingTime",
            "dev.apim.runner.cli.StoppedTime");

    @Test
    void theApiNeedsNothingOfOurs() {
        allow(API, API);
    }

    @Test
    void theCoreKnowsTheApiAndNeitherServersNorDrivers() {
        allow(
                new String[] {"dev.apim.core.."},
                API,
                "dev.apim.core..",
                "com.fasterxml.jackson..",
                "com.github.benmanes.caffeine..",
                "io.github.bucket4j..",
                "jakarta.el..",
                "org.glassfish.expressly..",
                "com.sun.el..",
                "io.jsonwebtoken..",
                "org.yaml.snakeyaml..",
                "javax.xml..",
                "javax.crypto..",
                "javax.naming..",
                "javax.net.ssl..",
                "javax.security.auth.x500..",
                "org.w3c.dom..",
                "org.xml.sax..");
    }

    @Test
    void importKnowsTheApiAndTheCore() {
        allow(
                new String[] {"dev.apim.importing.."},
                API,
                "dev.apim.importing..",
                "dev.apim.core..",
                "com.fasterxml.jackson..");
    }

    @Test
    void theTestKitKnowsTheApiAndTheCore() {
        allow(
                new String[] {"dev.apim.testkit.."},
                API,
                "dev.apim.testkit..",
                "dev.apim.core..",
                "com.fasterxml.jackson..",
                "org.junit..");
    }

    @Test
    void anExtensionKnowsTheApiAlone() {
        allow(
                new String[] {"dev.apim.vertx.."},
                API,
                "dev.apim.vertx..",
                "io.vertx..",
                "io.netty..",
                "javax.net.ssl..");
    }

    @Test
    void validationKnowsTheCoreForBodiesAndItsFactoriesOfJsonAndXml() {
        allow(
                new String[] {"dev.apim.validation.."},
                API,
                "dev.apim.validation..",
                "dev.apim.core.json..",
                "dev.apim.core.pipeline..",
                "dev.apim.core.policies.message..",
                "dev.apim.core.xml..",
                "com.fasterxml.jackson..",
                "com.github.benmanes.caffeine..",
                "com.networknt.schema..",
                "javax.xml..",
                "org.w3c.dom..",
                "org.xml.sax..");
    }

    @Test
    void graphqlKnowsTheApiAndTheCore() {
        allow(
                new String[] {"dev.apim.graphql.."},
                API,
                "dev.apim.graphql..",
                "dev.apim.core..",
                "com.fasterxml.jackson..",
                "graphql..",
                "javax.crypto..",
                "javax.sql..");
    }

    @Test
    void theAiGatewayKnowsTheCoreAndVocabularies() {
        allow(
                new String[] {"dev.apim.ai.."},
                API,
                "dev.apim.ai..",
                "dev.apim.core.json..",
                "dev.apim.core.policies..",
                "com.fasterxml.jackson..",
                "com.knuddels.jtokkit..");
    }

    @Test
    void eventsToKafkaKnowTheApiAndItsClient() {
        allow(new String[] {"dev.apim.kafka.."}, API, "dev.apim.kafka..", "org.apache.kafka..");
    }

    @Test
    void liquidKnowsTheApiAlone() {
        allow(new String[] {"dev.apim.liquid.."}, API, "dev.apim.liquid..", "liqp..", "liquid.parser..");
    }

    @Test
    void aSampleKnowsNothingOfTheGatewayInFrontOfIt() {
        allow(
                new String[] {"dev.apim.samples.quickstart.."},
                new String[] {"dev.apim.samples.quickstart.."},
                "com.sun.net.httpserver..");
    }

    @Test
    void nobodyDependsOnTheRunnerAndTheRunnerNotOnTheTestKit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.apim.runner..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.apim.runner..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.apim.runner..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.apim.testkit..")
                .check(CLASSES);
    }

    private static void allow(String[] packages, String[] known, String... more) {
        String[] allowed =
                Stream.of(EVERYWHERE, known, more).flatMap(Arrays::stream).toArray(String[]::new);
        classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CLASSES);
    }

    @Test
    void aPackageBelongsToOneModule() {
        Map<String, Set<String>> modules = new HashMap<>();
        for (JavaClass type : CLASSES) {
            String place = type.getSource().orElseThrow().getUri().toString();
            String root =
                    place.substring(0, place.lastIndexOf(type.getPackageName().replace('.', '/')));
            modules.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(root);
        }
        assertThat(modules)
                .allSatisfy((name, places) -> assertThat(places).as(name).hasSize(1));
    }

    @Test
    void timeIsTheOnlyClockAndTheOnlyTimer() {
        noClasses()
                .that(DescribedPredicate.describe("are no clocks", type -> !CLOCKS.contains(outermost(type))))
                .should()
                .accessTargetWhere(calls("read a clock or set a timer", ArchitectureTest::isTimer))
                .check(CLASSES);
    }

    @Test
    void aClockThatIsListedIsOne() {
        for (String clock : CLOCKS) {
            assertThat(CLASSES.get(clock).getAccessesFromSelf())
                    .as(clock)
                    .anyMatch(access -> isTimer(access.getTargetOwner().getFullName(), access.getName()));
        }
    }

    private static boolean isTimer(String owner, String name) {
        return switch (owner) {
            case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
            case "java.lang.Thread" -> name.equals("sleep");
            case "java.time.Clock" -> name.startsWith("system");
            case "java.util.Timer",
                    "java.util.concurrent.ScheduledExecutorService",
                    "java.util.concurrent.ScheduledThreadPoolExecutor" -> true;
            case "java.util.concurrent.CompletableFuture" ->
                name.equals("orTimeout") || name.equals("completeOnTimeout") || name.equals("delayedExecutor");
            case "java.util.concurrent.Executors" -> name.contains("Scheduled");
            case "io.vertx.core.Vertx" -> name.equals("setTimer") || name.equals("setPeriodic") || name.equals("timer");
            default ->
                name.equals("now") && owner.startsWith("java.time.")
                        || name.equals("schedule") && owner.startsWith("io.netty.");
        };
    }

    @Test
    void xmlIsReadThroughOneFactory() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.apim.core.xml.SecureXml")
                .should()
                .accessTargetWhere(calls(
                        "make an XML factory",
                        (owner, name) -> owner.startsWith("javax.xml.")
                                && name.startsWith("new")
                                && owner.endsWith("Factory")
                                && (name.endsWith("Instance") || name.endsWith("Factory"))))
                .check(CLASSES);
    }

    @Test
    void nothingIsDeserializedOrOpenedByReflection() {
        noClasses()
                .should()
                .accessTargetWhere(calls(
                        "deserialize, load a class by its name or open a member",
                        (owner, name) -> owner.equals("java.io.ObjectInputStream")
                                || name.equals("setAccessible")
                                || owner.equals("java.lang.Class")
                                        && (name.equals("forName") || name.equals("newInstance"))
                                || owner.startsWith("java.lang.invoke.MethodHandles")))
                .check(CLASSES);
    }

    @Test
    void expressionsUseNoReflection() {
        noClasses()
                .that()
                .resideInAPackage("dev.apim.core.expression..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "java.beans..")
                .orShould()
                .accessTargetWhere(calls(
                        "ask a class for its members",
                        (owner, name) -> owner.equals("java.lang.Class")
                                && (name.startsWith("getMethod")
                                        || name.startsWith("getDeclared")
                                        || name.startsWith("getField")
                                        || name.startsWith("getConstructor"))))
                .because("nothing but the registered members may be reachable from an expression")
                .check(CLASSES);
    }

    @Test
    void processesStartAndEndInOnePlaceEach() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.apim.runner.cli.SampleBackend")
                .should()
                .accessTargetWhere(calls(
                        "start a process",
                        (owner, name) -> owner.equals("java.lang.ProcessBuilder")
                                || owner.equals("java.lang.Runtime") && name.equals("exec")))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.apim.runner.cli..")
                .should()
                .accessTargetWhere(calls(
                        "end the process",
                        (owner, name) -> owner.equals("java.lang.System") && name.equals("exit")
                                || owner.equals("java.lang.Runtime") && (name.equals("halt") || name.equals("exit"))))
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .that()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..", "..misc..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private interface Call {
        boolean is(String owner, String name);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String description, Call call) {
        return DescribedPredicate.describe(
                description,
                access -> call.is(
                        access.getTargetOwner().getFullName(),
                        access.getTarget().getName()));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type.getFullName());
    }
}
