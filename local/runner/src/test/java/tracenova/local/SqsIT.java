package tracenova.local;

import software.amazon.awssdk.services.sqs.SqsClient;
import tracenova.testkit.SqsContract;

class SqsIT extends SqsContract {

    @Override
    protected SqsClient client() {
        return Emulated.clients().sqs();
    }
}
