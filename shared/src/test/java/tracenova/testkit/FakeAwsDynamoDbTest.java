package tracenova.testkit;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class FakeAwsDynamoDbTest extends DynamoDbContract {

    @Override
    protected DynamoDbClient client() {
        return TestClients.over(new FakeAws(new TestClock())).dynamoDb();
    }
}
