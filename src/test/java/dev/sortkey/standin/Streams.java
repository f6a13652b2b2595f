package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// DynamoDB Streams with shards that split when the test says, iterators that live 15 minutes and
/// records that live 24 hours. Streams that it does not know it leaves to the DynamoDB Local
/// behind.
public final class Streams implements StandIn.Service {
  private static final String FAULT = "com.amazonaws.dynamodb.v20120810#";
  private static final int HASHES = 1 << 16;
  private static final Duration ITERATOR_LIFE = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofHours(24);

  private final Clock clock;
  private final Map<String, Stream> streams = new LinkedHashMap<>();
  private BigInteger sequence = new BigInteger("99999999999999999990");
  private int shardNumber;
  private int page = 100;
  private int most = 1000;
  private int throttled;
  private int describesThrottled;
  private @Nullable Random moody;
  private int mostReaders;

  public Streams(Clock clock) {
    this.clock = clock;
  }

  private static final class Stream {
    final String table;
    final String arn;
    final String view;
    final Instant created;
    final List<Shard> shards = new ArrayList<>();
    String status = "ENABLED";

    Stream(String table, String arn, String view, Instant created) {
      this.table = table;
      this.arn = arn;
      this.view = view;
      this.created = created;
    }
  }

  private static final class Shard {
    final String id;
    final @Nullable String parent;
    final int from;
    final int to;
    final String start;
    final List<Entry> records = new ArrayList<>();
    int trimmed;
    @Nullable String end;
    @Nullable Instant closed;
    int reading;

    Shard(String id, @Nullable String parent, int from, int to, String start) {
      this.id = id;
      this.parent = parent;
      this.from = from;
      this.to = to;
      this.start = start;
    }
  }

  private record Entry(String sequence, Instant at, Map<String, Object> record) {}

  private record Iterator(String arn, String shard, int index, long issued) {
    String text() {
      return arn
          + "|1|"
          + Base64.getEncoder()
              .encodeToString(
                  (shard + "/" + index + "/" + issued).getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Iterator of(String text) {
      String[] parts = text.split("\\|", -1);
      if (parts.length != 3) {
        return null;
      }
      String[] inner =
          new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8).split("/");
      return new Iterator(parts[0], inner[0], Integer.parseInt(inner[1]), Long.parseLong(inner[2]));
    }
  }

  /// A stream of a table with one open shard.
  ///
  /// @return its ARN
  public synchronized String create(String table, String view) {
    Instant now = clock.instant();
    String label = now.toString().replaceFirst("(\\.\\d+)?Z$", ".000");
    String arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/" + table + "/stream/" + label;
    var stream = new Stream(table, arn, view, now);
    stream.shards.add(shard(null, 0, HASHES));
    streams.put(arn, stream);
    return arn;
  }

  /// Writes a change of an item, to the open shard that its key falls to.
  public synchronized void write(
      String arn,
      String event,
      String key,
      @Nullable Map<String, Object> before,
      @Nullable Map<String, Object> after) {
    Stream stream = streams.get(arn);
    int hash = Math.floorMod(key.hashCode() * 31 + 7, HASHES);
    Shard shard =
        stream.shards.stream()
            .filter(s -> s.end == null && s.from <= hash && hash < s.to)
            .findFirst()
            .orElseThrow();
    sequence = sequence.add(BigInteger.ONE);
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("ApproximateCreationDateTime", clock.instant().getEpochSecond());
    change.put("Keys", Map.of("id", Map.of("S", key)));
    if (before != null && (stream.view.equals("OLD_IMAGE") || stream.view.contains("AND"))) {
      change.put("OldImage", before);
    }
    if (after != null && (stream.view.startsWith("NEW"))) {
      change.put("NewImage", after);
    }
    change.put("SequenceNumber", sequence.toString());
    change.put("SizeBytes", 42);
    change.put("StreamViewType", stream.view);
    shard.records.add(
        new Entry(
            sequence.toString(),
            clock.instant(),
            Map.of(
                "eventID",
                "e" + sequence,
                "eventName",
                event,
                "eventVersion",
                "1.1",
                "eventSource",
                "aws:dynamodb",
                "awsRegion",
                "eu-west-1",
                "dynamodb",
                change)));
  }

  /// The ids of the open shards.
  public synchronized List<String> open(String arn) {
    return streams.get(arn).shards.stream().filter(s -> s.end == null).map(s -> s.id).toList();
  }

  /// Closes a shard; each of its children takes its part of the keys.
  public synchronized void split(String arn, String shard, int children) {
    Stream stream = streams.get(arn);
    Shard parent = find(stream, shard);
    close(parent);
    int width = (parent.to - parent.from) / children;
    for (int i = 0; i < children; i++) {
      int from = parent.from + i * width;
      stream.shards.add(shard(parent.id, from, i == children - 1 ? parent.to : from + width));
    }
  }

  /// Turns the stream off: all shards close, and no new ones come.
  public synchronized void disable(String arn) {
    Stream stream = streams.get(arn);
    stream.shards.stream().filter(s -> s.end == null).forEach(this::close);
    stream.status = "DISABLED";
  }

  /// The next calls of GetRecords are refused.
  public synchronized void throttle(int calls) {
    throttled = calls;
  }

  /// The next calls of DescribeStream are refused, as more than 10 a second are.
  public synchronized void throttleDescribe(int calls) {
    describesThrottled = calls;
  }

  /// How many shards a page of DescribeStream holds at most, and records one of GetRecords.
  public synchronized void pages(int shards, int records) {
    page = shards;
    most = records;
  }

  /// As on AWS, a page is now and then empty although records follow, a call is refused, or an
  /// iterator is too old.
  public synchronized void moody(Random random) {
    moody = random;
  }

  /// The most GetRecords calls that were under way on one shard at one time.
  public synchronized int mostReaders() {
    return mostReaders;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    if (!request.target().startsWith("DynamoDBStreams_20120810.")) {
      return Optional.empty();
    }
    JsonNode json = request.json();
    trim();
    return switch (request.operation()) {
      case "ListStreams" -> list(json);
      case "DescribeStream" -> describe(json);
      case "GetShardIterator" -> iterator(json);
      case "GetRecords" -> records(json);
      default -> Optional.empty();
    };
  }

  private synchronized Optional<Reply> list(JsonNode json) {
    String table = json.path("TableName").asString("");
    List<Map<String, String>> found =
        streams.values().stream()
            .filter(s -> table.isEmpty() || s.table.equals(table))
            .map(s -> Map.of("StreamArn", s.arn, "TableName", s.table, "StreamLabel", label(s)))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(Reply.json(Map.of("Streams", found)));
  }

  private synchronized Optional<Reply> describe(JsonNode json) {
    Stream stream = streams.get(json.path("StreamArn").asString(""));
    if (stream == null) {
      return Optional.empty();
    }
    if (describesThrottled > 0) {
      describesThrottled--;
      return error("LimitExceededException", "Too many operations for a given subscriber.");
    }
    int limit = json.path("Limit").asInt(100);
    if (limit < 1 || limit > 100) {
      return invalid("Limit must be between 1 and 100");
    }
    String after = json.path("ExclusiveStartShardId").asString("");
    List<Shard> rest = stream.shards;
    if (!after.isEmpty()) {
      int at = stream.shards.indexOf(find(stream, after));
      rest = stream.shards.subList(at + 1, stream.shards.size());
    }
    int count = Math.min(rest.size(), Math.min(limit, page));
    List<Shard> shown = rest.subList(0, count);
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("StreamArn", stream.arn);
    description.put("StreamLabel", label(stream));
    description.put("StreamStatus", stream.status);
    description.put("StreamViewType", stream.view);
    description.put("TableName", stream.table);
    description.put("CreationRequestDateTime", stream.created.getEpochSecond());
    description.put("KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")));
    description.put("Shards", shown.stream().map(Streams::json).toList());
    if (count < rest.size()) {
      description.put("LastEvaluatedShardId", shown.getLast().id);
    }
    return Optional.of(Reply.json(Map.of("StreamDescription", description)));
  }

  private synchronized Optional<Reply> iterator(JsonNode json) {
    Stream stream = streams.get(json.path("StreamArn").asString(""));
    if (stream == null) {
      return Optional.empty();
    }
    Shard shard = find(stream, json.path("ShardId").asString(""));
    if (shard == null) {
      return error(
          "ResourceNotFoundException", "Requested resource not found: Shard does not exist");
    }
    String sequenceNumber = json.path("SequenceNumber").asString("");
    String type = json.path("ShardIteratorType").asString("");
    int index;
    switch (type) {
      case "TRIM_HORIZON" -> index = shard.trimmed;
      case "LATEST" -> index = shard.trimmed + shard.records.size();
      case "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER" -> {
        if (sequenceNumber.isEmpty()) {
          return invalid("SequenceNumber is required for " + type);
        }
        var wanted = new BigInteger(sequenceNumber);
        if (wanted.compareTo(new BigInteger(shard.start)) < 0) {
          return invalid("Invalid SequenceNumber: not in the shard");
        }
        boolean gone =
            shard.trimmed > 0
                && (shard.records.isEmpty()
                    || wanted.compareTo(new BigInteger(shard.records.getFirst().sequence())) < 0);
        if (gone) {
          return error(
              "TrimmedDataAccessException",
              "The operation attempted to read past the oldest stream record in a shard.");
        }
        index = shard.trimmed;
        for (Entry entry : shard.records) {
          int order = new BigInteger(entry.sequence()).compareTo(wanted);
          if (order < 0 || order == 0 && type.startsWith("AFTER")) {
            index++;
          }
        }
      }
      default -> {
        return invalid("ShardIteratorType: " + type);
      }
    }
    return Optional.of(
        Reply.json(
            Map.of(
                "ShardIterator",
                new Iterator(stream.arn, shard.id, index, clock.millis()).text())));
  }

  private Optional<Reply> records(JsonNode json) {
    Iterator iterator = Iterator.of(json.path("ShardIterator").asString(""));
    Shard shard;
    synchronized (this) {
      Stream stream = iterator == null ? null : streams.get(iterator.arn());
      if (iterator == null || stream == null) {
        return Optional.empty();
      }
      shard = find(stream, iterator.shard());
      if (shard == null) {
        return error("ResourceNotFoundException", "Requested resource not found");
      }
      shard.reading++;
      mostReaders = Math.max(mostReaders, shard.reading);
    }
    try {
      return records(json, iterator, shard);
    } finally {
      synchronized (this) {
        shard.reading--;
      }
    }
  }

  private synchronized Optional<Reply> records(JsonNode json, Iterator iterator, Shard shard) {
    int limit = json.path("Limit").asInt(1000);
    if (limit < 1 || limit > 1000) {
      return invalid("Limit must be between 1 and 1000");
    }
    if (throttled > 0 || shard.reading > 2 || mood(10)) {
      throttled = Math.max(0, throttled - 1);
      return error("LimitExceededException", "Too many operations for a given subscriber.");
    }
    Duration age = Duration.between(Instant.ofEpochMilli(iterator.issued()), clock.instant());
    if (age.compareTo(ITERATOR_LIFE) > 0 || mood(10)) {
      return error(
          "ExpiredIteratorException", "Iterator expired. The iterator was created too long ago.");
    }
    if (iterator.index() < shard.trimmed) {
      return error(
          "TrimmedDataAccessException",
          "The operation attempted to read past the oldest stream record in a shard.");
    }
    int from = iterator.index() - shard.trimmed;
    int to = mood(4) ? from : Math.min(shard.records.size(), from + Math.min(limit, most));
    List<Object> found =
        shard.records.subList(from, to).stream().<Object>map(Entry::record).toList();
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("Records", found);
    if (shard.end == null || to < shard.records.size()) {
      reply.put(
          "NextShardIterator",
          new Iterator(iterator.arn(), shard.id, to + shard.trimmed, clock.millis()).text());
    }
    return Optional.of(Reply.json(reply));
  }

  /// Records go after 24 hours; a closed shard that has none left goes too.
  private synchronized void trim() {
    Instant oldest = clock.instant().minus(KEPT);
    for (Stream stream : streams.values()) {
      for (Shard shard : stream.shards) {
        while (!shard.records.isEmpty() && shard.records.getFirst().at().isBefore(oldest)) {
          shard.records.removeFirst();
          shard.trimmed++;
        }
      }
      stream.shards.removeIf(s -> s.closed != null && s.closed.isBefore(oldest));
    }
  }

  private boolean mood(int oneIn) {
    return moody != null && moody.nextInt(oneIn) == 0;
  }

  private void close(Shard shard) {
    shard.end = shard.records.isEmpty() ? shard.start : shard.records.getLast().sequence();
    shard.closed = clock.instant();
  }

  private Shard shard(@Nullable String parent, int from, int to) {
    sequence = sequence.add(BigInteger.ONE);
    String id =
        "shardId-%020d-%08x".formatted(clock.millis(), 0x7c1e0000L + 0x9e37L * ++shardNumber);
    return new Shard(id, parent, from, to, sequence.toString());
  }

  private static @Nullable Shard find(Stream stream, String id) {
    return stream.shards.stream().filter(s -> s.id.equals(id)).findFirst().orElse(null);
  }

  private static Map<String, Object> json(Shard shard) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("StartingSequenceNumber", shard.start);
    if (shard.end != null) {
      range.put("EndingSequenceNumber", shard.end);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ShardId", shard.id);
    json.put("SequenceNumberRange", range);
    if (shard.parent != null) {
      json.put("ParentShardId", shard.parent);
    }
    return json;
  }

  private static String label(Stream stream) {
    return stream.arn.substring(stream.arn.indexOf("/stream/") + "/stream/".length());
  }

  private static Optional<Reply> error(String name, String message) {
    return Optional.of(Reply.error(FAULT + name, message));
  }

  private static Optional<Reply> invalid(String message) {
    return Optional.of(Reply.error("com.amazon.coral.validate#ValidationException", message));
  }
}
