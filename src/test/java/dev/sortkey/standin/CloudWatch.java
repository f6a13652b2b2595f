package dev.sortkey.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// CloudWatch's GetMetricData over the samples that a test puts in: periods, statistics, pages,
/// refusals (CloudWatch API Reference, GetMetricData; the protocol is Smithy's RPC v2 CBOR).
public final class CloudWatch implements StandIn.Service {
  private static final String PATH = "/service/GraniteServiceVersion20100801/operation/";
  private static final int MOST_QUERIES = 500;
  private static final int DEFAULT_MOST_POINTS = 100_800;

  private final Map<Series, List<Sample>> samples = new ConcurrentHashMap<>();
  private final AtomicInteger throttles = new AtomicInteger();
  private volatile int page = Integer.MAX_VALUE;
  private volatile boolean denied;

  private record Series(String namespace, String metric, Map<String, String> dimensions) {}

  private record Sample(Instant at, double value) {}

  private record Answer(String id, String label, List<Instant> times, List<Double> values) {}

  /// Thrown for what CloudWatch refuses.
  private static final class Refusal extends RuntimeException {
    private final int status;
    private final String code;

    private Refusal(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  /// @param dimensions names and values by turns
  public void put(String metric, Instant at, double value, String... dimensions) {
    Map<String, String> about = new TreeMap<>();
    for (int i = 0; i < dimensions.length; i += 2) {
      about.put(dimensions[i], dimensions[i + 1]);
    }
    samples
        .computeIfAbsent(
            new Series("AWS/DynamoDB", metric, about), _ -> new CopyOnWriteArrayList<>())
        .add(new Sample(at, value));
  }

  /// CloudWatch may end a page before the asked number of points.
  public void pagesOf(int points) {
    page = points;
  }

  /// Refuses as IAM does.
  public void deny() {
    denied = true;
  }

  /// Refuses the next calls as too many.
  public void throttle(int calls) {
    throttles.set(calls);
  }

  @Override
  public Optional<StandIn.Reply> answer(StandIn.Request request) {
    String path = request.uri().getPath();
    if (!path.startsWith(PATH) || !"rpc-v2-cbor".equals(request.headers().get("smithy-protocol"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(reply(200, answer(path.substring(PATH.length()), request), Map.of()));
    } catch (Refusal e) {
      return Optional.of(
          reply(
              e.status,
              Map.of("__type", "com.amazonaws.cloudwatch#" + e.code, "message", e.getMessage()),
              Map.of("x-amzn-query-error", e.code + ";Sender")));
    }
  }

  private Map<String, ?> answer(String operation, StandIn.Request request) {
    if (!operation.equals("GetMetricData")) {
      throw new Refusal(404, "UnknownOperationException", "");
    }
    if (throttles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new Refusal(400, "Throttling", "Rate exceeded");
    }
    if (denied) {
      throw new Refusal(
          403,
          "AccessDenied",
          "User: arn:aws:iam::111122223333:user/support is not authorized to perform:"
              + " cloudwatch:GetMetricData because no identity-based policy allows the"
              + " cloudwatch:GetMetricData action");
    }
    return data(Cbor.read(request.body()));
  }

  private Map<String, ?> data(Map<String, Object> asked) {
    Instant from = required(asked, "StartTime", Instant.class);
    Instant until = required(asked, "EndTime", Instant.class);
    if (!from.isBefore(until)) {
      throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    }
    List<?> queries = required(asked, "MetricDataQueries", List.class);
    if (queries.isEmpty() || queries.size() > MOST_QUERIES) {
      throw invalid("The collection MetricDataQueries must have between 1 and 500 members.");
    }
    Set<String> ids = new HashSet<>();
    List<Answer> answers = new ArrayList<>();
    for (Object query : queries) {
      answers.add(answer((Map<?, ?>) query, from, until, ids));
    }
    int most =
        Math.min(
            page,
            asked.get("MaxDatapoints") instanceof Number points
                ? points.intValue()
                : DEFAULT_MOST_POINTS);
    boolean ascending = "TimestampAscending".equals(asked.get("ScanBy"));
    return page(answers, start(asked.get("NextToken")), most, ascending);
  }

  /// The token is the number of points that were given already, over all series.
  private static int start(@Nullable Object token) {
    if (token == null) {
      return 0;
    }
    try {
      return Integer.parseInt((String) token);
    } catch (NumberFormatException _) {
      throw new Refusal(400, "InvalidNextToken", "The next token specified is invalid.");
    }
  }

  private static Map<String, ?> page(List<Answer> answers, int start, int most, boolean ascending) {
    List<Map<String, ?>> results = new ArrayList<>();
    int before = 0;
    int end = start + most;
    int all = answers.stream().mapToInt(answer -> answer.times().size()).sum();
    for (Answer answer : answers) {
      int size = answer.times().size();
      int first = Math.clamp(start - before, 0, size);
      int last = Math.clamp((long) end - before, 0, size);
      before += size;
      if (first == last && (size > 0 || start > 0)) {
        continue;
      }
      List<Instant> times = ascending ? answer.times() : answer.times().reversed();
      List<Double> values = ascending ? answer.values() : answer.values().reversed();
      results.add(
          Map.of(
              "Id",
              answer.id(),
              "Label",
              answer.label(),
              "Timestamps",
              times.subList(first, last),
              "Values",
              values.subList(first, last),
              "StatusCode",
              last < size ? "PartialData" : "Complete"));
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("MetricDataResults", results);
    out.put("Messages", List.of());
    if (end < all) {
      out.put("NextToken", Integer.toString(end));
    }
    return out;
  }

  private Answer answer(Map<?, ?> query, Instant from, Instant until, Set<String> ids) {
    String id = required(query, "Id", String.class);
    if (!id.matches("[a-z][a-zA-Z0-9_]*") || !ids.add(id)) {
      throw invalid("The value " + id + " for parameter MetricDataQueries.Id is not matching.");
    }
    Map<?, ?> stat = required(query, "MetricStat", Map.class);
    Map<?, ?> metric = required(stat, "Metric", Map.class);
    int period = required(stat, "Period", Number.class).intValue();
    if (period < 60 || period % 60 != 0) {
      throw invalid("The parameter MetricDataQueries.Period must be a multiple of 60.");
    }
    String name = required(metric, "MetricName", String.class);
    var series =
        new Series(
            required(metric, "Namespace", String.class),
            name,
            dimensions(metric.get("Dimensions")));
    var periods = new TreeMap<Instant, List<Double>>();
    for (Sample sample : samples.getOrDefault(series, List.of())) {
      if (!sample.at().isBefore(from) && sample.at().isBefore(until)) {
        long begin = Math.floorDiv(sample.at().getEpochSecond(), period) * period;
        periods
            .computeIfAbsent(Instant.ofEpochSecond(begin), _ -> new ArrayList<>())
            .add(sample.value());
      }
    }
    String statistic = required(stat, "Stat", String.class);
    return new Answer(
        id,
        name,
        List.copyOf(periods.keySet()),
        periods.values().stream().map(values -> statistic(statistic, values)).toList());
  }

  private static Map<String, String> dimensions(@Nullable Object list) {
    Map<String, String> about = new TreeMap<>();
    if (list instanceof List<?> dimensions) {
      for (Object dimension : dimensions) {
        about.put(
            required((Map<?, ?>) dimension, "Name", String.class),
            required((Map<?, ?>) dimension, "Value", String.class));
      }
    }
    return about;
  }

  private static double statistic(String statistic, List<Double> values) {
    var of = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return switch (statistic) {
      case "Sum" -> of.getSum();
      case "Average" -> of.getAverage();
      case "Minimum" -> of.getMin();
      case "Maximum" -> of.getMax();
      case "SampleCount" -> of.getCount();
      case String percentile when percentile.matches("p\\d{1,2}") -> {
        double rank = Double.parseDouble(percentile.substring(1)) / 100;
        List<Double> sorted = values.stream().sorted().toList();
        yield sorted.get((int) Math.ceil(rank * sorted.size()) - 1);
      }
      default -> throw invalid("The value " + statistic + " for parameter MetricDataQueries.Stat.");
    };
  }

  private static <T> T required(Map<?, ?> in, String name, Class<T> type) {
    Object value = in.get(name);
    if (!type.isInstance(value)) {
      throw new Refusal(400, "MissingParameter", "The parameter " + name + " is required.");
    }
    return type.cast(value);
  }

  private static Refusal invalid(String message) {
    return new Refusal(400, "ValidationError", message);
  }

  private static StandIn.Reply reply(int status, Map<String, ?> body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "application/cbor");
    headers.put("smithy-protocol", "rpc-v2-cbor");
    headers.put("x-amzn-RequestId", "STANDIN0001");
    return new StandIn.Reply(status, headers, Cbor.write(body));
  }
}
