package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import tracenova.testkit.TestClients;

class EmulatorProcessIT {

    @Test
    void theTableAndTheBucketSurviveARestart(@TempDir Path data) {
        try (var emulators = EmulatorProcess.start(data)) {
            var clients = Emulated.clients(emulators);
            clients.dynamoDb().createTable(create -> create.tableName("kept")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(List.of(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build()))
                    .keySchema(List.of(
                            KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build())));
            clients.s3().createBucket(create -> create.bucket("kept"));
            clients.s3().putObject(put -> put.bucket("kept").key("a/b"), RequestBody.fromString("x"));
        }

        try (var emulators = EmulatorProcess.start(data)) {
            var clients = Emulated.clients(emulators);

            assertThat(clients.dynamoDb().listTables().tableNames()).containsExactly("kept");
            assertThat(clients.s3().getObjectAsBytes(get -> get.bucket("kept").key("a/b")).asUtf8String())
                    .isEqualTo("x");
        }
    }

    @Test
    void theEmulatorsEndWhenTheirParentIsKilled() throws Exception {
        var parent = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtracenova.root=" + System.getProperty("tracenova.root"),
                "-cp", System.getProperty("java.class.path"),
                Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(parent.inputReader(StandardCharsets.UTF_8).readLine()).contains("AWS_ENDPOINT_URL_S3");
        var emulators = parent.descendants().toList();
        assertThat(emulators).hasSize(1);

        parent.destroyForcibly();

        assertThat(emulators.getFirst().onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /// A process that starts the emulators and never closes them.
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(EmulatorProcess.start().endpoints());
            System.in.read();
        }
    }
}
