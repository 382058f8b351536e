package tracenova.local;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/// What a function says of a batch: the messages that failed.
@Serdeable
record BatchAnswer(@Nullable List<Failure> batchItemFailures) {

    @Serdeable
    record Failure(@Nullable String itemIdentifier) {}

    /// An empty answer is a success of all.
    static BatchAnswer read(JsonMapper json, byte[] answer) throws IOException {
        var read = answer.length == 0 ? null : json.readValue(answer, BatchAnswer.class);
        return read == null ? new BatchAnswer(null) : read;
    }

    /// The messages that may be deleted: none, as in Lambda, if the answer names a message that was not there.
    List<Message> done(List<Message> batch) {
        if (batchItemFailures == null) {
            return batch;
        }
        var failed = batchItemFailures.stream().map(Failure::itemIdentifier).collect(Collectors.toSet());
        var known = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        return known.containsAll(failed)
                ? batch.stream().filter(message -> !failed.contains(message.messageId())).toList()
                : List.of();
    }
}
