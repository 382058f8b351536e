package tracenova.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAccess.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What may know what. Each rule is one sentence of docs/architecture.md.
@AnalyzeClasses(packages = "tracenova", importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJar.class})
class ArchitectureTest {

    /// The test kit comes from test classes or, once packaged, from a jar that [DoNotIncludeTests] does not know.
    static final class NoTestJar implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String LOCAL = "tracenova.local..";
    private static final String[] FUNCTIONS = {"tracenova.tracking..", "tracenova.pipeline..", "tracenova.insights..",
        "tracenova.management..", "tracenova.publisher.."};

    /// Everything that runs in AWS: what puts the dashboard's files together runs in the build.
    private static final DescribedPredicate<JavaClass> DEPLOYED =
            not(resideInAnyPackage(LOCAL, "tracenova.dashboard.."));

    /// Libraries: what is neither a function nor of this machine only.
    private static final DescribedPredicate<JavaClass> LIBRARIES = DEPLOYED.and(not(resideInAnyPackage(FUNCTIONS)));

    @ArchTest
    static final ArchRule duckDbStaysInTheLakeAndItsTwoUsers = noClasses()
            .that().resideOutsideOfPackages("tracenova.lake..", "tracenova.pipeline..", "tracenova.insights..")
            .should().dependOnClassesThat().resideInAnyPackage("org.duckdb..", "java.sql..");

    @ArchTest
    static final ArchRule trackingKnowsNoBucket = noClasses()
            .that().resideInAPackage("tracenova.tracking..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk.services.s3..", "tracenova.lake..");

    @ArchTest
    static final ArchRule librariesKnowNoLambda = noClasses()
            .that(LIBRARIES).and().resideOutsideOfPackage("tracenova.schedule..")
            .should().dependOnClassesThat().resideInAnyPackage("com.amazonaws..", "io.micronaut.function..");

    @ArchTest
    static final ArchRule librariesKnowNoFunction = noClasses().that(LIBRARIES)
            .should().dependOnClassesThat().resideInAnyPackage(FUNCTIONS);

    @ArchTest
    static final ArchRule functionsKnowNoOtherFunctions = noClasses()
            .that().resideInAPackage("tracenova.tracking..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("tracenova.pipeline..", "tracenova.insights..", "tracenova.management..");

    @ArchTest
    static final ArchRule managementKnowsNoOtherFunctionAndNoLake = noClasses()
            .that().resideInAPackage("tracenova.management..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("tracenova.tracking..", "tracenova.pipeline..", "tracenova.insights..",
                    "tracenova.lake..");

    @ArchTest
    static final ArchRule nothingDeployedKnowsTheLocalRunner = noClasses().that(DEPLOYED)
            .should().dependOnClassesThat().resideInAPackage(LOCAL);

    @ArchTest
    static final ArchRule nothingReadsTheEnvironmentItself = noClasses().that(DEPLOYED)
            .should().callMethodWhere(target(System.class, "getenv|getProperty"))
            .because("the local runner gives every function in one JVM an environment of its own");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses().that(DEPLOYED).and()
            .doNotHaveSimpleName("AwsFactory")
            .should().callMethodWhere(target(Clock.class, "system.*"))
            .orShould().callMethodWhere(target(System.class, "currentTimeMillis").or(target(Thread.class, "sleep")))
            .orShould().callMethodWhere(describe("X.now()", call -> call.getTarget().getName().equals("now")
                    && call.getTarget().getOwner().getPackageName().equals(Instant.class.getPackageName())));

    @ArchTest
    static final ArchRule chanceComesFromOnePlace = noClasses()
            .that(DEPLOYED).and().resideOutsideOfPackage("tracenova.id..")
            .should().callMethodWhere(target(UUID.class, "randomUUID").or(target(Math.class, "random")))
            .orShould().accessTargetWhere(Predicates.targetOwner(assignableTo(Random.class)))
            .orShould().accessTargetWhere(Predicates.targetOwner(assignableTo(ThreadLocalRandom.class)));

    @ArchTest
    static final ArchRule everyAwsClientIsMadeByTheOneFactory = noClasses()
            .that(DEPLOYED).and().resideOutsideOfPackage("tracenova.aws..")
            .should().callMethodWhere(Predicates.target(nameMatching("build"))
                    .and(Predicates.targetOwner(assignableTo(AwsClientBuilder.class))))
            .orShould().callMethodWhere(Predicates.target(nameMatching("create"))
                    .and(Predicates.targetOwner(assignableTo(SdkClient.class))))
            .because("there it gets its time-outs, its retries and the one transport");

    @ArchTest
    static final ArchRule nothingCountsInTheTableOrScansIt = noClasses()
            .should()
            .callMethodWhere(target(DynamoDbClient.class, "updateItem|executeStatement|transactWriteItems|scan.*"))
            .because("a retried increment counts twice, and a scan costs what the history costs");

    /// Backtracking takes as long as the sender likes.
    @ArchTest
    static final ArchRule foreignTextMeetsNoRegularExpression = noClasses().that(DEPLOYED)
            .should().dependOnClassesThat().areAssignableTo(Pattern.class)
            .orShould().callMethodWhere(target(String.class, "matches|replaceAll|replaceFirst"));

    @ArchTest
    static final ArchRule packagesAreCapabilitiesNotLayers = noClasses()
            .should().resideInAnyPackage("..model..", "..service..", "..util..", "..utils..", "..common..",
                    "..helper..",
                    "..impl..", "..dto..", "..config..", "..base..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Helper")
            .orShould().haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule functionsAreMadeByLambdaOrFromAContext = classes()
            .that().resideInAnyPackage(FUNCTIONS).and().haveSimpleNameEndingWith("Function")
            .and().doNotHaveModifier(JavaModifier.ABSTRACT)
            .should(haveAPublicConstructorFor())
            .andShould(haveAPublicConstructorFor(ApplicationContext.class));

    private static DescribedPredicate<JavaAccess<?>> target(Class<?> owner, String name) {
        return Predicates.targetOwner(assignableTo(owner)).and(Predicates.target(nameMatching(name)));
    }

    private static ArchCondition<JavaClass> haveAPublicConstructorFor(Class<?>... arguments) {
        return new ArchCondition<>("have a public constructor for " + List.of(arguments)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var there = type.tryGetConstructor(arguments)
                        .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                        .isPresent();
                events.add(new SimpleConditionEvent(type, there, type.getName() + " lacks " + getDescription()));
            }
        };
    }
}
