package tracenova.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tracenova.testkit.DynamoDbContract;

class DynamoDbIT extends DynamoDbContract {

    @Override
    protected DynamoDbClient client() {
        return Emulated.clients().dynamoDb();
    }
}
