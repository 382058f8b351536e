package tracenova.table;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tracenova.aws.AwsClients;
import tracenova.aws.ClientLimits;

/// The two tables, over one client.
@Factory
class TableFactory {

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(missingBeans = DynamoDbClient.class)
    DynamoDbClient client(AwsClients clients, TableLimits limits) {
        return clients.build("dynamodb", DynamoDbClient.builder(), limits.limits());
    }

    @Singleton
    @Requires(missingBeans = TableLimits.class)
    TableLimits limits() {
        return new TableLimits(ClientLimits.TABLE_SCHEDULED);
    }

    @Primary
    @Singleton
    Table table(DynamoDbClient client, @Property(name = "table.name") String name) {
        return new Table(client, name);
    }

    @Singleton
    @Named("salts")
    Table salts(DynamoDbClient client, @Property(name = "salts.table.name") String name) {
        return new Table(client, name);
    }
}
