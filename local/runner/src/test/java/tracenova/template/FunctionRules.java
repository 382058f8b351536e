package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// T01 to T08: what a function may say, and what it must not be.
interface FunctionRules {

    @Test
    default void T01_whatAllFunctionsShareStandsInGlobals() {
        assertThat(Written.TEMPLATE.at("Globals", "Function").entries().keySet()).contains(
                "Runtime", "Architectures", "MemorySize", "Timeout", "Tracing", "SnapStart", "AutoPublishAlias",
                "LoggingConfig", "Environment");
        for (var function : Written.functions()) {
            assertThat(function.at("Runtime").text()).as(function.id()).isEqualTo("java25");
            assertThat(function.at("Architectures").texts()).as(function.id()).containsExactly("arm64");
            assertThat(function.whole().at("Metadata", "SkipBuild").value()).as(function.id()).isEqualTo(true);
        }
    }

    @Test
    default void T01_aFunctionIsAboutADozenLines() {
        for (var function : Written.apiFunctions()) {
            var itself = linesOf(function.id()).filter(line -> !line.contains("Type: HttpApi"));
            assertThat(itself).as(function.id()).hasSizeLessThanOrEqualTo(15);
        }
        for (var function : Written.backgroundFunctions()) {
            var itself = linesOf(function.id()).takeWhile(line -> !line.startsWith("      Policies:"));
            assertThat(itself).as(function.id()).hasSizeLessThanOrEqualTo(20);
        }
    }

    private static Stream<String> linesOf(String id) {
        return Written.file("template.yaml").lines().dropWhile(line -> !line.equals("  " + id + ":"))
                .takeWhile(line -> !line.isBlank());
    }

    @Test
    default void T01_trackingFunctionsShareOnePolicyAndOneJar() {
        for (var function : Written.tracking()) {
            assertThat(function.at("Policies").list().getFirst().names()).as(function.id()).isEqualTo("TrackingPolicy");
            assertThat(function.at("Policies").list()).as(function.id()).allSatisfy(
                    policy -> assertThat(Written.resource(policy.names()).type()).isEqualTo("AWS::IAM::ManagedPolicy"));
            assertThat(function.at("CodeUri").text()).isEqualTo("functions/tracking/target/tracking.jar");
        }
    }

    @Test
    default void T01_eachPathIsThereWithAndWithoutATrailingSlashForAnyMethod() {
        for (var function : Written.apiFunctions()) {
            if (function.routes().contains("$default")) continue;
            var routes = function.routes().stream().filter(route -> !route.endsWith("+}")).toList();
            var plain = routes.stream().filter(route -> !route.endsWith("/")).toList();

            assertThat(plain).as(function.id()).isNotEmpty().allMatch(route -> route.startsWith("ANY /"));
            assertThat(routes).containsExactlyInAnyOrderElementsOf(
                    plain.stream().flatMap(route -> Stream.of(route, route + "/")).toList());
        }
    }

    @Test
    default void T03_functionsBehindTheApiStartFromASnapshotAndKeepTheSmallDisk() {
        for (var function : Written.apiFunctions()) {
            assertThat(function.at("SnapStart", "ApplyOn").text()).as(function.id()).isEqualTo("PublishedVersions");
            assertThat(function.at("AutoPublishAlias").text()).as(function.id()).isEqualTo("live");
        }
        for (var function : Written.functions()) {
            var disk = function.at("EphemeralStorage", "Size");
            var snapshot = function.at("SnapStart", "ApplyOn").text().equals("PublishedVersions");
            assertThat(snapshot && !disk.isAbsent() && disk.number() > 512).as(function.id()).isFalse();
        }
    }

    /// SAM publishes a version when what is written changes, and does not look behind a reference. Of what a reference
    /// may name, pseudo parameters never change and resources keep their name.
    @Test
    default void T03_noParameterStandsInWhatAPublishedVersionKeeps() {
        var parameters = Written.TEMPLATE.at("Parameters").entries().keySet();

        for (var function : Written.functions()) {
            assertThat(function.at("AutoPublishAlias").isAbsent()).as(function.id()).isFalse();
            assertThat(Stream.of(function.at("Environment"), function.at("LoggingConfig")).flatMap(Node::everything))
                    .as(function.id()).isNotEmpty().noneMatch(node -> refersToOneOf(parameters, node));
        }
    }

    /// A condition says what parameters are, too.
    private static boolean refersToOneOf(Set<String> parameters, Node node) {
        return !node.at("Fn::If").isAbsent() || parameters.contains(node.at("Ref").text())
                || parameters.stream().anyMatch(name -> node.text().contains("${" + name + "}"));
    }

    @Test
    default void T03_theRuleKnowsEveryWayToNameAParameter() {
        var parameters = Set.of("LogLevel");
        var ways = List.of(Map.of("Ref", "LogLevel"), Map.of("Fn::Sub", "x-${LogLevel}"),
                Map.of("Fn::Sub", List.of("${LogLevel}-${X}", Map.of("X", "y"))),
                Map.of("Fn::Join", List.of("", List.of("a", Map.of("Ref", "LogLevel")))),
                Map.of("Fn::If", List.of("IsLoud", "TRACE", "INFO")));

        assertThat(ways).allMatch(way -> new Node("here", Map.of("LEVEL", way)).everything()
                .anyMatch(node -> refersToOneOf(parameters, node)));
        assertThat(new Node("here", Map.of("A", Map.of("Ref", "Table"), "B", Map.of("Fn::Sub", "${AWS::StackName}")))
                .everything()).noneMatch(node -> refersToOneOf(parameters, node));
    }

    @Test
    default void T04_timeoutsStayBelowWhatWaitsForThem() {
        for (var function : Written.functions()) {
            int limit = !function.routes().isEmpty() ? 10 : function.id().equals("CollectFunction") ? 15 : 300;
            assertThat(function.at("Timeout").number()).as(function.id()).isBetween(1, limit);
            assertThat(function.at("MemorySize").number()).as(function.id()).isGreaterThanOrEqualTo(512);
        }
    }

    @Test
    default void T05_concurrencyIsReservedOnlyOnRequest() {
        assertThat(Written.TEMPLATE.at("Parameters", "ReserveConcurrency", "Default").text()).isEqualTo("off");
        for (var function : Written.functions()) {
            var reserved = function.at("ReservedConcurrentExecutions", "Fn::If").list();
            if (function.id().equals("SignInFunction")) {
                assertThat(reserved).extracting(Node::names).containsExactly("Reserved", "5", "AWS::NoValue");
            } else if (!function.routes().isEmpty()) {
                assertThat(function.at("ReservedConcurrentExecutions").isAbsent()).as(function.id()).isTrue();
            } else if (function.id().equals("CollectFunction")) {
                assertThat(reserved).extracting(Node::names).containsExactly("Reserved", "CollectConcurrency",
                        "AWS::NoValue");
            } else {
                assertThat(reserved).extracting(Node::names).containsExactly("Reserved", "1", "AWS::NoValue");
            }
        }
    }

    /// S10: what hashes passwords is one function, and takes no room that ingest or the dashboard's pages have.
    @Test
    default void T05_passwordsAreHashedInAFunctionOfTheirOwn() {
        assertThat(Written.resource("SignInFunction").routes()).filteredOn(route -> !route.endsWith("/"))
                .containsExactlyInAnyOrder("ANY /api/v1/auth/login", "ANY /api/auth/login",
                        "ANY /api/v1/auth/register");
        assertThat(Written.resource("Api").at("RouteSettings").entries().keySet())
                .containsExactlyInAnyOrderElementsOf(Written.resource("SignInFunction").routes().stream()
                        .filter(route -> !route.endsWith("/")).toList());
    }

    @Test
    default void T06_aFailedRunIsRetriedLittleAndEndsInTheQueueOfFailedRuns() {
        for (var function : Written.backgroundFunctions()) {
            if (function.events("SQS").isEmpty()) {
                var invoke = function.at("EventInvokeConfig");
                assertThat(invoke.at("MaximumRetryAttempts").number()).as(function.id()).isBetween(0, 2);
                assertThat(invoke.at("MaximumEventAgeInSeconds").number()).as(function.id()).isBetween(60, 3600);
                assertThat(invoke.at("DestinationConfig", "OnFailure", "Destination").names()).isEqualTo("FailedRuns");
            }
        }
    }

    @Test
    default void T07_gradualDeploymentIsAParameterAndRollsBackByAnAlarm() {
        var preference = Written.TEMPLATE.at("Globals", "Function", "DeploymentPreference");
        assertThat(preference.at("Enabled").names()).isEqualTo("GradualDeployment");
        assertThat(Written.TEMPLATE.at("Parameters", "GradualDeployment", "Default").text()).isEqualTo("false");
        assertThat(preference.at("Type").text()).startsWith("Linear");

        var alarm = preference.at("Alarms", "Fn::If").list().get(1).list().getFirst().at("Fn::Sub");
        assertThat(Written.resource("ServerErrorsAlarm").at("AlarmName", "Fn::Sub").text()).isEqualTo(alarm.text());
    }

    @Test
    default void T08_noNetworkOfOurOwnNoLayerNoImage() {
        for (var function : Written.functions()) {
            assertThat(function.at().entries().keySet()).as(function.id())
                    .doesNotContain("VpcConfig", "Layers", "ImageUri", "PackageType", "FileSystemConfigs");
        }
    }

    @Test
    default void everyFunctionIsCalledAsItsClass() {
        var handlers = Written.functions().stream().map(function -> function.at("Handler").text()).toList();

        assertThat(handlers).doesNotHaveDuplicates()
                .allMatch(handler -> List.of("tracking", "pipeline", "insights", "management", "publisher")
                        .contains(handler.split("\\.")[1]));
        for (var function : Written.functions()) {
            assertThat(function.at("Handler").text()).endsWith("." + function.id());
        }
    }
}
