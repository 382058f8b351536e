package tracenova.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracenova.ingest.Sender;
import tracenova.testkit.Crash;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.StoredObject;
import tracenova.testkit.StoredParameter;
import tracenova.testkit.TestContext;

class PublisherFunctionTest {

    private static final String SECRET = "/tracenova/tracenova/jwt-secret";

    private final Deployment deployment = new Deployment();

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void everyFileOfThisBuildIsShownAsWhatItIs() throws IOException {
        deployment.create();

        assertThat(shown().keySet()).containsAll(Site.files().stream().map(SiteFile::path).toList());
        assertThat(headers("index.html")).containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("cache-control", "no-cache");
        var module = shown().keySet().stream().filter(path -> path.endsWith("/main.js")).findFirst().orElseThrow();
        assertThat(headers(module)).containsEntry("content-type", "text/javascript; charset=utf-8")
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
    }

    @Test
    void theConfigurationNamesTheDeployment() throws IOException {
        deployment.create();

        assertThat(shown().get("config.json").text()).isEqualTo("{\"api_url\":"
                + "\"https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com\",\"region\":\"eu-central-1\","
                + "\"version\":\"1.0.0\",\"stack\":\"tracenova\"}");
        assertThat(headers("config.json")).containsEntry("cache-control", "no-cache");
    }

    @Test
    void thePageComesAfterWhatItNames() {
        assertThat(Site.files()).last().extracting(SiteFile::path).isEqualTo("index.html");
    }

    @Test
    void cloudFormationIsToldThatItIsDone() throws IOException {
        deployment.create();

        assertThat(deployment.answer()).containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", "Dashboard")
                .containsEntry("LogicalResourceId", "Dashboard")
                .containsEntry("RequestId", "0e8f6f43-5d0c-4b4e-9a49-2f1f6f5d7c11");
        assertThat((String) deployment.answer().get("StackId")).startsWith("arn:aws:cloudformation:");
        assertThat(deployment.contentTypes()).containsOnlyNulls();
    }

    @Test
    void theSecretIsMadeOnceAndStaysWhatItIs() throws IOException {
        deployment.create();
        var made = deployment.aws().parameters().get(SECRET);
        deployment.update();

        assertThat(made.type()).isEqualTo("SecureString");
        assertThat(made.value()).matches("[0-9A-Za-z]{64}");
        assertThat(deployment.aws().parameters()).isEqualTo(Map.of(SECRET, made));
    }

    @Test
    void theSecretIsNeitherAnsweredNorWrittenAnywhereElse() throws IOException {
        deployment.create();
        var secret = deployment.aws().parameters().get(SECRET).value();

        assertThat(deployment.answer().toString()).doesNotContain(secret);
        assertThat(deployment.aws().objects(TestContext.DASHBOARD).values())
                .allSatisfy(object -> assertThat(object.text()).doesNotContain(secret));
    }

    @Test
    void T14_theSecretOfTheOriginIsAnsweredAndStandsNowhere() throws IOException {
        deployment.send("secret");
        var answer = deployment.answer();
        var data = (Map<?, ?>) answer.get("Data");
        var secret = (String) data.get("Value");

        assertThat(answer).containsEntry("Status", "SUCCESS").containsEntry("PhysicalResourceId", "OriginSecret")
                .containsEntry("NoEcho", true);
        assertThat(secret).matches("[0-9A-Za-z]{43}");
        var known = new Sender((String) data.get("Hash"));
        assertThat(known.address(Map.of(Sender.PROOF, secret, "x-forwarded-for", "198.51.100.7"), "192.0.2.1"))
                .isEqualTo("198.51.100.7");
        assertThat(deployment.aws().parameters()).isEmpty();
        assertThat(deployment.aws().objects(TestContext.DASHBOARD)).isEmpty();
        assertThat(deployment.replies().toString() + deployment.lines()).doesNotContain(secret);
    }

    @Test
    void T14_eachTimeItIsAnotherAndNothingIsToBeRemoved() throws IOException {
        deployment.send("secret");
        var first = deployment.answer().get("Data");
        deployment.send("secret", event -> event.replace("\"Create\"", "\"Update\""));
        assertThat(deployment.answer().get("Data")).isNotEqualTo(first);

        deployment.send("secret", event -> event.replace("\"Create\"", "\"Delete\""));
        assertThat(deployment.answer()).containsEntry("Status", "SUCCESS");
        deployment.send("secret", event -> event.replace("Custom::OriginSecret", "Custom::Other"));
        assertThat(deployment.answer()).containsEntry("Status", "FAILED").doesNotContainKeys("Data", "NoEcho");
    }

    @Test
    void pagesOfTheDashboardMayReadTheDataBucketAndNoOthers() throws IOException {
        deployment.create();

        assertThat(deployment.aws().cors(TestContext.BUCKET))
                .contains("<AllowedOrigin>https://d111111abcdef8.cloudfront.net</AllowedOrigin>")
                .contains("<AllowedMethod>GET</AllowedMethod>").contains("<ExposeHeader>ETag</ExposeHeader>")
                .containsOnlyOnce("AllowedOrigin>https").containsOnlyOnce("<AllowedMethod>");
    }

    @Test
    void doingItAgainChangesNothing() throws IOException {
        deployment.create();
        var once = contents();
        deployment.create();

        assertThat(contents()).isEqualTo(once);
    }

    @Test
    void theReleaseBeforeThisOneStaysForPagesThatAreOpen() throws IOException {
        released("assets/oldest/main.js", "index.html");
        released("assets/old/main.js", "index.html");
        deployment.update();

        assertThat(shown()).containsKeys("assets/old/main.js", "index.html").doesNotContainKey("assets/oldest/main.js");
        assertThat(written().releases()).hasSize(2);
    }

    @Test
    void deletingTakesAwayEverythingThatWasWrittenAndNothingElse() throws IOException {
        deployment.create();
        deployment.bucket().put(TestContext.DASHBOARD, new SiteFile("robots.txt", new byte[0]));
        deployment.delete();

        assertThat(deployment.answer()).containsEntry("Status", "SUCCESS");
        assertThat(deployment.aws().objects(TestContext.DASHBOARD)).containsOnlyKeys("site/robots.txt");
        assertThat(deployment.aws().parameters()).isEmpty();
        assertThat(deployment.aws().cors(TestContext.BUCKET)).isEmpty();
    }

    @Test
    void aSecretThatWasThereBeforeStays() throws IOException {
        deployment.put(SECRET, "made by hand");
        deployment.create();
        deployment.delete();

        assertThat(deployment.aws().parameters())
                .isEqualTo(Map.of(SECRET, new StoredParameter("SecureString", "made by hand", 1)));
    }

    @Test
    void deletingTwiceOrWhatNeverWasIsDone() throws IOException {
        deployment.delete();
        deployment.create();
        deployment.delete();
        deployment.delete();

        assertThat(deployment.answers()).extracting(answer -> answer.get("Status")).containsOnly("SUCCESS");
    }

    @Test
    void aBucketThatIsGoneNeedsNoDeletion() throws IOException {
        deployment.send("delete", event -> event.replace("\"Bucket\": \"dashboard\"", "\"Bucket\": \"gone\""));
        deployment.send("delete", event -> event.replace("\"DataBucket\": \"data\"", "\"DataBucket\": \"gone\""));

        assertThat(deployment.answers()).extracting(answer -> answer.get("Status")).containsOnly("SUCCESS");
    }

    @Test
    void whatIsMissingOrUnknownIsAFailureThatIsTold() throws IOException {
        deployment.send("create", event -> event.replace("\"Stack\"", "\"Else\""));
        assertThat(deployment.answer()).containsEntry("Status", "FAILED")
                .containsEntry("Reason", "IllegalArgumentException: the property Stack is missing");

        deployment.send("create", event -> event.replace("\"RequestType\": \"Create\"", "\"RequestType\": \"Repair\""));
        assertThat((String) deployment.answer().get("Reason")).endsWith("not known: Repair");

        deployment.send("create", event -> event.replace("\"ResourceProperties\"", "\"Others\""));
        assertThat(deployment.answer()).containsEntry("Status", "FAILED");
    }

    @Test
    void everyRefusalOfAwsIsToldInFewWordsAndTheNextAttemptHeals() throws IOException {
        for (var event : List.of("create", "delete")) {
            for (var call = 0; call < 200; call += call < 6 ? 1 : 15) {
                deployment.failFrom(call, Plain.E500);
                deployment.send(event);
                if (deployment.answer().get("Status").equals("SUCCESS")) break;
                assertThat((String) deployment.answer().get("Reason")).isNotBlank().hasSizeLessThan(1_200);
            }
            assertThat(deployment.answer()).containsEntry("Status", "SUCCESS");
        }

        assertThat(deployment.aws().objects(TestContext.DASHBOARD)).isEmpty();
        assertThat(deployment.aws().parameters()).isEmpty();
    }

    @Test
    void aSandboxThatDiesAnywhereLeavesNothingThatDeletingDoesNotFind() throws IOException {
        for (var call = 0; call < 200; call += call < 6 ? 1 : 15) {
            deployment.failFrom(call, Plain.CRASH_AFTER);
            try {
                deployment.create();
                break;
            } catch (Crash died) {
                deployment.failFrom(Integer.MAX_VALUE, Plain.NONE);
                deployment.delete();
                assertThat(deployment.aws().objects(TestContext.DASHBOARD)).isEmpty();
            }
        }

        assertThat(deployment.answer()).containsEntry("Status", "SUCCESS");
    }

    @Test
    void whenTimeRunsOutItSaysSoInTime() throws IOException {
        deployment.millisLeft(29_000);
        deployment.create();

        assertThat(deployment.answer()).containsEntry("Status", "FAILED");
        assertThat((String) deployment.answer().get("Reason")).contains("out of time");
    }

    @Test
    void anAnswerThatIsNotTakenIsGivenAgain() throws IOException {
        deployment.refuseAnswers(2);
        deployment.create();

        assertThat(deployment.answers()).hasSize(3);
    }

    @Test
    void anAnswerThatIsNeverTakenFailsTheInvocation() {
        deployment.refuseAnswers(3);

        assertThatThrownBy(deployment::create).isInstanceOf(IOException.class).hasMessageContaining("503");
    }

    /// What an earlier version published.
    private void released(String... paths) {
        deployment.bucket().note(TestContext.DASHBOARD, written().with(List.of(paths)));
        for (var path : paths) deployment.bucket().put(TestContext.DASHBOARD, new SiteFile(path, path.getBytes(UTF_8)));
    }

    private Written written() {
        return deployment.bucket().written(TestContext.DASHBOARD);
    }

    private Map<String, String> headers(String path) {
        return shown().get(path).headers();
    }

    private Map<String, String> contents() {
        return deployment.aws().objects(TestContext.DASHBOARD).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().etag()));
    }

    private Map<String, StoredObject> shown() {
        return deployment.aws().objects(TestContext.DASHBOARD).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("site/"))
                .collect(Collectors.toMap(entry -> entry.getKey().substring("site/".length()), Map.Entry::getValue));
    }
}
