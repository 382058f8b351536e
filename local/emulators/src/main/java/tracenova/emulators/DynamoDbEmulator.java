package tracenova.emulators;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local on a Jetty of ours: its own server would listen on all interfaces, and not on a free port.
final class DynamoDbEmulator {

    private final LocalDynamoDBRequestHandler requests;
    private final Server server;

    DynamoDbEmulator(Optional<Path> directory) throws Exception {
        boolean sharedByAllRegionsAndKeys = true;
        boolean slowTableStates = false;
        var path = directory.map(Path::toString).orElse(null);
        requests = new LocalDynamoDBRequestHandler(
                0, directory.isEmpty(), path, sharedByAllRegionsAndKeys, slowTableStates);
        server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new LocalDynamoDBServerHandler(requests, null));
        server.start();
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    void close() throws Exception {
        server.stop();
        requests.shutdown();
    }
}
