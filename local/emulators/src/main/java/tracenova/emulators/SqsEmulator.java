package tracenova.emulators;

import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/// ElasticMQ, in memory: what it holds is lost with the process.
final class SqsEmulator {

    private SqsEmulator() {}

    static int start() {
        var server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        return server.waitUntilStarted().localAddress().getPort();
    }
}
