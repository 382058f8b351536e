package tracenova.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;

/// What a function gets from a queue.
@Serdeable
record QueueEvent(@JsonProperty("Records") List<QueueRecord> records) {

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record QueueRecord(String messageId, String receiptHandle, String body, Map<String, String> attributes,
            Map<String, String> messageAttributes, String md5OfBody, String eventSource, String eventSourceARN,
            String awsRegion) {}

    static QueueEvent of(List<Message> batch, String arn) {
        return new QueueEvent(batch.stream()
                .map(message -> new QueueRecord(message.messageId(), message.receiptHandle(), message.body(),
                        message.attributesAsStrings(), Map.of(), message.md5OfBody(), "aws:sqs", arn,
                        arn.split(":")[3]))
                .toList());
    }
}
