package dev.sortkey.aws;

import dev.sortkey.core.metrics.Metrics;
import dev.sortkey.core.metrics.Point;
import dev.sortkey.core.metrics.TimeWindow;
import dev.sortkey.core.metrics.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// Reads a table's figures from CloudWatch.
final class SdkMetrics implements Metrics {
  /// The most queries of one GetMetricData (API Reference, GetMetricData).
  private static final int MOST = 500;

  private final SdkClients clients;
  private final OtherService cloudWatch;

  SdkMetrics(SdkClients clients, OtherService cloudWatch) {
    this.clients = clients;
    this.cloudWatch = cloudWatch;
  }

  @Override
  public Map<Wanted, List<Point>> read(List<Wanted> wanted, TimeWindow window) {
    var all = new LinkedHashMap<Wanted, List<Point>>();
    for (int from = 0; from < wanted.size(); from += MOST) {
      part(wanted.subList(from, Math.min(wanted.size(), from + MOST)), window, all);
    }
    return all;
  }

  private void part(List<Wanted> wanted, TimeWindow window, Map<Wanted, List<Point>> all) {
    Map<String, Wanted> byId = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      byId.put("m" + i, wanted.get(i));
      all.put(wanted.get(i), new ArrayList<>());
    }
    GetMetricDataRequest request =
        GetMetricDataRequest.builder()
            .startTime(window.from())
            .endTime(window.until())
            .scanBy(ScanBy.TIMESTAMP_ASCENDING)
            .metricDataQueries(
                byId.entrySet().stream()
                    .map(query -> query(query.getKey(), query.getValue(), window))
                    .toList())
            .build();
    cloudWatch.call(() -> {
      clients
          .cloudWatch()
          .getMetricDataPaginator(request)
          .metricDataResults()
          .forEach(result -> take(result, all.get(byId.get(result.id()))));
      return null;
    });
  }

  private static MetricDataQuery query(String id, Wanted wanted, TimeWindow window) {
    return MetricDataQuery.builder()
        .id(id)
        .returnData(true)
        .metricStat(stat ->
            stat.metric(metric ->
                    metric
                        .namespace(Wanted.NAMESPACE)
                        .metricName(wanted.metric())
                        .dimensions(
                            wanted.dimensions().stream()
                                .map(of ->
                                    Dimension.builder().name(of.name()).value(of.value()).build())
                                .toList()))
                .period((int) window.period().toSeconds())
                .stat(wanted.statistic()))
        .build();
  }

  /// A series may come in several pages, each with its part of the points.
  private static void take(MetricDataResult result, List<Point> points) {
    for (int i = 0; i < result.timestamps().size(); i++) {
      Instant at = result.timestamps().get(i);
      points.add(new Point(at, result.values().get(i)));
    }
  }
}
