package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CliCommandTest {
  private static final Target AWS = new Target(null, "eu-west-1", "shop prod");

  @Test
  void aQueryIsWrittenWithItsOptionsAndTheProfile() {
    assertThat(
            command(
                "Query",
                """
                {"TableName":"Orders","Limit":300,"ScanIndexForward":false,"ConsistentRead":true,
                 "KeyConditionExpression":"#n0 = :v0",
                 "ExpressionAttributeValues":{":v0":{"S":"it's $HOME"}}}
                """,
                AWS))
        .isEqualTo(
            "aws dynamodb query --table-name Orders --limit 300 --no-scan-index-forward"
                + " --consistent-read --key-condition-expression '#n0 = :v0'"
                + " --expression-attribute-values '{\":v0\":{\"S\":\"it'\\''s $HOME\"}}'"
                + " --region eu-west-1 --profile 'shop prod'");
  }

  @Test
  void aLocalEndpointIsNamedAndANameThatLooksLikeAnOptionIsHeldTogether() {
    assertThat(
            command(
                "DescribeTable",
                "{\"TableName\":\"-x-\"}",
                new Target(URI.create("http://localhost:8000"), "local", null)))
        .isEqualTo(
            "aws dynamodb describe-table --table-name=-x- --endpoint-url http://localhost:8000"
                + " --region local");
  }

  @Test
  void aVeryLargeRequestIsNotKept() {
    String text = "x".repeat(20_000);
    assertThat(command("PutItem", "{\"TableName\":\"" + text + "\"}", AWS))
        .hasSizeLessThan(200)
        .contains("--cli-input-json");
  }

  @ParameterizedTest
  @CsvSource({
    "BatchGetItem, batch-get-item",
    "SSESpecification, sse-specification",
    "S3BucketSource, s3-bucket-source",
    "ReturnValuesOnConditionCheckFailure, return-values-on-condition-check-failure",
  })
  void namesAreHyphenatedAsTheCliDoes(String name, String hyphened) {
    assertThat(CliCommand.hyphened(name)).isEqualTo(hyphened);
  }

  private static String command(String operation, String request, Target target) {
    return CliCommand.of("dynamodb", operation, new JsonMapper().readTree(request), target);
  }
}
