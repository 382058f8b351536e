package tracenova.local;

import software.amazon.awssdk.services.sqs.SqsClient;
import tracenova.testkit.SqsContract;

@OnLocalStack
class LocalStackSqsIT extends SqsContract {

    @Override
    protected SqsClient client() {
        return LocalStack.clients().sqs();
    }
}
