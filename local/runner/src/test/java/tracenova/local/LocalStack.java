package tracenova.local;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import tracenova.testkit.TestClients;

/// The LocalStack of this run: one that listens at `-Dlocalstack.endpoint`, or one that `-Plocalstack` starts.
final class LocalStack {

    private static final Optional<URI> ENDPOINT = find();

    private LocalStack() {}

    static boolean isThere() {
        return ENDPOINT.isPresent();
    }

    static URI endpoint() {
        return ENDPOINT.orElseThrow();
    }

    static TestClients clients() {
        return Emulated.clients(endpoint());
    }

    private static Optional<URI> find() {
        var listening = System.getProperty("localstack.endpoint", "");
        if (!listening.isEmpty()) {
            return Optional.of(URI.create(listening));
        }
        var image = System.getProperty("localstack.image", "");
        if (image.isEmpty() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        // Ends with this JVM.
        @SuppressWarnings("resource")
        var container = new LocalStackContainer(DockerImageName.parse(image)).withServices("dynamodb", "sqs", "s3");
        container.start();
        return Optional.of(container.getEndpoint());
    }
}
