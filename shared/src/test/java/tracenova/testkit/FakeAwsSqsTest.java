package tracenova.testkit;

import software.amazon.awssdk.services.sqs.SqsClient;

class FakeAwsSqsTest extends SqsContract {

    @Override
    protected SqsClient client() {
        return TestClients.over(new FakeAws(new TestClock())).sqs();
    }
}
