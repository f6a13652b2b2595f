package dev.sortkey.aws;

import java.util.Set;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeExportRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeGlobalTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeGlobalTableSettingsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeImportRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableReplicaAutoScalingRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListExportsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListGlobalTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListImportsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusRequest;
import software.amazon.awssdk.services.kms.model.ListKeyPoliciesRequest;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.ListResourceTagsRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/// The operations that change nothing, each named, so that one that AWS adds is refused until
/// someone has looked at it. PartiQL is judged by its statements, in [Guard].
final class KnownReads {
  static final Set<Class<? extends SdkRequest>> ALL =
      Set.of(
          BatchGetItemRequest.class,
          DescribeBackupRequest.class,
          DescribeContinuousBackupsRequest.class,
          DescribeContributorInsightsRequest.class,
          DescribeEndpointsRequest.class,
          DescribeExportRequest.class,
          DescribeGlobalTableRequest.class,
          DescribeGlobalTableSettingsRequest.class,
          DescribeImportRequest.class,
          DescribeKinesisStreamingDestinationRequest.class,
          DescribeLimitsRequest.class,
          DescribeStreamRequest.class,
          DescribeTableReplicaAutoScalingRequest.class,
          DescribeTableRequest.class,
          DescribeTimeToLiveRequest.class,
          GetItemRequest.class,
          GetRecordsRequest.class,
          GetResourcePolicyRequest.class,
          GetShardIteratorRequest.class,
          ListBackupsRequest.class,
          ListContributorInsightsRequest.class,
          ListExportsRequest.class,
          ListGlobalTablesRequest.class,
          ListImportsRequest.class,
          ListStreamsRequest.class,
          ListTablesRequest.class,
          ListTagsOfResourceRequest.class,
          QueryRequest.class,
          ScanRequest.class,
          TransactGetItemsRequest.class,
          GetAliasRequest.class,
          GetEventSourceMappingRequest.class,
          GetFunctionRequest.class,
          GetFunctionConfigurationRequest.class,
          GetFunctionConcurrencyRequest.class,
          GetPolicyRequest.class,
          ListAliasesRequest.class,
          ListEventSourceMappingsRequest.class,
          ListFunctionsRequest.class,
          ListTagsRequest.class,
          ListVersionsByFunctionRequest.class,
          DescribeAlarmsRequest.class,
          DescribeAlarmsForMetricRequest.class,
          GetMetricDataRequest.class,
          GetMetricStatisticsRequest.class,
          ListMetricsRequest.class,
          DescribeKeyRequest.class,
          GetKeyPolicyRequest.class,
          GetKeyRotationStatusRequest.class,
          software.amazon.awssdk.services.kms.model.ListAliasesRequest.class,
          ListKeyPoliciesRequest.class,
          ListKeysRequest.class,
          ListResourceTagsRequest.class,
          DescribeScalableTargetsRequest.class,
          DescribeScalingActivitiesRequest.class,
          DescribeScalingPoliciesRequest.class,
          DescribeScheduledActionsRequest.class,
          ListTagsForResourceRequest.class,
          GetCallerIdentityRequest.class);

  private KnownReads() {}
}
