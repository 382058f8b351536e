package tracenova.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tracenova.testkit.DynamoDbContract;

@OnLocalStack
class LocalStackDynamoDbIT extends DynamoDbContract {

    @Override
    protected DynamoDbClient client() {
        return LocalStack.clients().dynamoDb();
    }
}
