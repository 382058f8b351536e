package tracenova.emulators;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// DynamoDB Local, ElasticMQ and s3proxy in one process, on free ports of the loopback interface. Prints its
/// ports as one line of JSON when all three answer, and ends when its standard input does: with its parent,
/// however that ends.
public final class Emulators {

    private Emulators() {}

    /// `--data DIR` keeps the table and the bucket there; without it everything is in memory.
    public static void main(String[] arguments) {
        try {
            run(arguments);
            Runtime.getRuntime().halt(0);
        } catch (Throwable failed) {
            // Threads of the emulators that did start would keep the process alive.
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        // Standard output belongs to the one line; what the emulators have to say goes to standard error.
        var answer = System.out;
        System.setOut(System.err);
        var data = dataDirectory(arguments);
        var dynamoDb = new DynamoDbEmulator(directory(data, "dynamodb"));
        int sqs = SqsEmulator.start();
        int s3 = S3Emulator.start(directory(data, "s3"));
        answer.println("{\"dynamodb\":%d,\"sqs\":%d,\"s3\":%d}".formatted(dynamoDb.port(), sqs, s3));
        System.in.transferTo(OutputStream.nullOutputStream());
        dynamoDb.close();
    }

    private static Optional<Path> dataDirectory(String[] arguments) {
        if (arguments.length == 0) return Optional.empty();
        if (arguments.length != 2 || !arguments[0].equals("--data"))
            throw new IllegalArgumentException("Usage: Emulators [--data DIR]");
        return Optional.of(Path.of(arguments[1]).toAbsolutePath());
    }

    private static Optional<Path> directory(Optional<Path> data, String name) throws IOException {
        return data.isEmpty() ? data : Optional.of(Files.createDirectories(data.get().resolve(name)));
    }
}
