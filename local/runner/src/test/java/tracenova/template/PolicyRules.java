package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// T41 to T46: who may do what.
interface PolicyRules {

    List<String> FORBIDDEN = List.of("dynamodb:Scan", "dynamodb:DeleteTable", "s3:DeleteBucket", "s3:PutBucketPolicy",
            "iam:", "sts:AssumeRole", "lambda:InvokeFunction");

    @Test
    default void T41_everyFunctionHasARoleOfItsOwnWithinOurBoundary() {
        for (var function : Written.functions()) {
            assertThat(function.at("Role").isAbsent()).as(function.id()).isTrue();
            assertThat(function.at("PermissionsBoundary").branches().map(Node::names))
                    .as(function.id()).containsExactly("PermissionsBoundary", "FunctionBoundary");
            assertThat(Grant.referredBy(function)).as(function.id())
                    .allMatch(policy -> Written.resource(policy).type().equals("AWS::IAM::ManagedPolicy"));
        }
    }

    @Test
    default void T41_loggingEndsInTheGroupsOfThisStackAndNeverMakesOne() {
        var logging = Grant.ofPolicy("FunctionBoundary").filter(grant -> grant.action().startsWith("logs:")).toList();

        assertThat(logging).extracting(Grant::action).containsExactly("logs:CreateLogStream", "logs:PutLogEvents");
        assertThat(logging).allMatch(grant -> grant.resource().endsWith(":log-group:${AWS::StackName}-*"));
    }

    @Test
    default void T41_theBoundaryIsWhatTheFunctionsMayDoTogetherAndNoMore() {
        var granted = Written.functions().stream().flatMap(Grant::allOf).map(PolicyRules::actionOnStore)
                .collect(Collectors.toCollection(TreeSet::new));
        // SAM grants this one for the destination of failed runs.
        granted.add("sqs:SendMessage FailedRuns");

        var boundary = Grant.ofPolicy("FunctionBoundary").filter(grant -> !grant.action().startsWith("logs:"))
                .map(PolicyRules::actionOnStore).collect(Collectors.toCollection(TreeSet::new));
        assertThat(boundary).isEqualTo(granted);
    }

    private static String actionOnStore(Grant grant) {
        return grant.action() + " " + grant.store();
    }

    @Test
    default void T42_noActionAndNoResourceIsAStar() {
        assertThat(everyGrant()).isNotEmpty().allSatisfy(grant -> {
            assertThat(grant.action()).matches("[a-z0-9]+:[A-Za-z]+");
            assertThat(grant.resource()).isNotEqualTo("*").isNotBlank();
        });
    }

    @Test
    default void T43_noFunctionMayDoWhatWouldBeBeyondRepair() {
        assertThat(everyGrant()).noneMatch(grant -> FORBIDDEN.stream().anyMatch(grant.action()::startsWith));
    }

    @Test
    default void T43_onlyTheSchedulesInvokeAndOnlyWhatTheyRun() {
        var grants = Grant.of(Written.resource("ScheduleRole").at("Policies").list().getFirst()
                .at("PolicyDocument", "Statement")).toList();

        assertThat(grants).filteredOn(grant -> grant.action().equals("lambda:InvokeFunction"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrderElementsOf(Written.scheduled().stream().map(Written.Resource::id).toList());
        assertThat(grants).filteredOn(grant -> !grant.action().equals("lambda:InvokeFunction"))
                .extracting(Grant::toString).containsExactly("sqs:SendMessage FailedRuns");
    }

    @Test
    default void T44_theTableIsReachedByKeyFamilyAndTheBucketByPrefix() {
        for (var grant : everyGrant()) {
            if (grant.resource().equals("Table")) {
                assertThat(grant.condition()).as(grant.toString()).startsWith("dynamodb:LeadingKeys ");
            }
            if (grant.store().equals("DataBucket") && !grant.action().equals("s3:PutBucketCORS")) {
                assertThat(grant.resource().contains("/") || grant.condition().startsWith("s3:prefix "))
                        .as(grant.toString()).isTrue();
            }
        }
    }

    @Test
    default void T44_whoReadsAnObjectIsToldThatItIsAbsentNotThatItIsForbidden() {
        for (var function : Written.functions()) {
            // The bucket of the dashboard is listed as a whole.
            var listed = Grant.allOf(function).filter(grant -> grant.action().equals("s3:ListBucket"))
                    .map(grant -> grant.condition().isEmpty() ? " " + grant.store() : grant.condition())
                    .collect(Collectors.joining(" "));
            assertThat(Grant.allOf(function)).filteredOn(grant -> grant.action().equals("s3:GetObject"))
                    .as(function.id())
                    .allMatch(grant -> listed.contains(" " + grant.resource().replace("DataBucket/", ""))
                            || listed.contains(" " + grant.store()));
        }
    }

    @Test
    default void T45_aRoleIsTakenOnlyForThisAccountAndABoundaryCanBeAskedFor() {
        var role = Written.resource("ScheduleRole");
        var trust = role.at("AssumeRolePolicyDocument", "Statement").list();

        assertThat(Written.ofType("AWS::IAM::Role")).extracting(Written.Resource::id).containsExactly("ScheduleRole");
        assertThat(trust).singleElement().satisfies(statement -> {
            assertThat(statement.at("Principal", "Service").text()).isEqualTo("scheduler.amazonaws.com");
            assertThat(statement.at("Condition", "StringEquals", "aws:SourceAccount").names())
                    .isEqualTo("AWS::AccountId");
        });
        assertThat(role.at("PermissionsBoundary").branches().map(Node::names)).containsExactly("PermissionsBoundary",
                "AWS::NoValue");
        assertThat(Written.ofType("AWS::Lambda::Permission")).as("SAM makes them, each with its source").isEmpty();
    }

    /// Tracking functions that have nothing but their common policy are not listed one by one.
    @Test
    default void T46_whoMayDoWhatIsWhatGrantsTxtSays() {
        var lines = Stream.concat(
                Written.ofType("AWS::IAM::ManagedPolicy").stream().flatMap(
                        policy -> Grant.ofPolicy(policy.id()).map(grant -> policy.id() + " " + grant).sorted()),
                Written.functions().stream()
                        .filter(function -> !Grant.referredBy(function).equals(List.of("TrackingPolicy")))
                        .flatMap(function -> Stream.concat(
                                Stream.of(
                                        (function.id() + ": " + String.join(" ", Grant.referredBy(function))).strip()),
                                Grant.ownOf(function).map(grant -> function.id() + " " + grant).sorted())));

        assertThat(lines.collect(Collectors.joining("\n"))).isEqualTo(
                Written.file("local/runner/src/test/resources/tracenova/template/grants.txt").strip());
    }

    private static Set<Grant> everyGrant() {
        return Written.functions().stream().flatMap(Grant::allOf).collect(Collectors.toSet());
    }
}
