package dev.sortkey.core.codegen;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Spring Boot application needs to reach a table: dependency, configuration, entity and
/// repository, on the AWS SDK for Java v2 and its Enhanced Client.
public final class SpringBoot {
  /// Versions that the generated files were compiled with.
  static final String SDK = "2.42.28";

  /// The name of what goes into the application's own pom.
  public static final String DEPENDENCIES = "pom.xml, dependencies";

  private static final String PACKAGE = "com.example.orders";
  private static final String FOLDER = "src/main/java/com/example/orders/";

  private SpringBoot() {}

  /// @param items some items of the table, for the types of its attributes
  /// @param endpoint null for AWS itself
  public static List<SourceFile> files(
      TableSchema table, Iterable<Item> items, String region, @Nullable URI endpoint) {
    Entity entity = Entity.of(table, items);
    var source = new EntitySource(table, PACKAGE);
    var repository = new RepositorySource(table, entity, PACKAGE);
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile(DEPENDENCIES, dependencies()));
    files.add(
        new SourceFile("src/main/resources/application.properties", properties(region, endpoint)));
    files.add(new SourceFile(FOLDER + "DynamoDbConfiguration.java", configuration()));
    for (Entity.JavaClass type : entity.classes()) {
      files.add(
          new SourceFile(FOLDER + type.name() + ".java", source.of(type, type == entity.item())));
    }
    if (entity.anyRaw()) {
      files.add(new SourceFile(FOLDER + "AttributeValueConverter.java", converter()));
    }
    files.add(new SourceFile(FOLDER + repository.name() + ".java", repository.source()));
    return files;
  }

  private static String dependencies() {
    return """
    <dependencyManagement>
      <dependencies>
        <dependency>
          <groupId>software.amazon.awssdk</groupId>
          <artifactId>bom</artifactId>
          <version>%s</version>
          <type>pom</type>
          <scope>import</scope>
        </dependency>
      </dependencies>
    </dependencyManagement>

    <dependencies>
      <dependency>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-starter</artifactId>
      </dependency>
      <dependency>
        <groupId>software.amazon.awssdk</groupId>
        <artifactId>dynamodb-enhanced</artifactId>
      </dependency>
    </dependencies>
    """
        .formatted(SDK);
  }

  private static String properties(String region, @Nullable URI endpoint) {
    return """
    # Credentials come from where the AWS SDK looks for them: the environment, a profile, a role.
    dynamodb.region=%s
    # Empty for AWS itself; the address of DynamoDB Local otherwise.
    dynamodb.endpoint=%s
    """
        .formatted(region, endpoint == null ? "" : endpoint);
  }

  private static String configuration() {
    return """
    package %s;

    import java.net.URI;
    import org.springframework.beans.factory.annotation.Value;
    import org.springframework.context.annotation.Bean;
    import org.springframework.context.annotation.Configuration;
    import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
    import software.amazon.awssdk.regions.Region;
    import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
    import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

    @Configuration
    public class DynamoDbConfiguration {
        @Bean
        public DynamoDbClient dynamoDbClient(
                @Value("${dynamodb.region}") String region,
                @Value("${dynamodb.endpoint:}") String endpoint) {
            DynamoDbClientBuilder builder = DynamoDbClient.builder().region(Region.of(region));
            if (!endpoint.isEmpty()) {
                builder.endpointOverride(URI.create(endpoint));
            }
            return builder.build();
        }

        @Bean
        public DynamoDbEnhancedClient dynamoDbEnhancedClient(DynamoDbClient client) {
            return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        }
    }
    """
        .formatted(PACKAGE);
  }

  private static String converter() {
    return """
    package %s;

    import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
    import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
    import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
    import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

    /** Leaves an attribute as DynamoDB has it, since its items have it in several types. */
    public class AttributeValueConverter implements AttributeConverter<AttributeValue> {
        @Override
        public AttributeValue transformFrom(AttributeValue value) {
            return value;
        }

        @Override
        public AttributeValue transformTo(AttributeValue value) {
            return value;
        }

        @Override
        public EnhancedType<AttributeValue> type() {
            return EnhancedType.of(AttributeValue.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.M;
        }
    }
    """
        .formatted(PACKAGE);
  }
}
