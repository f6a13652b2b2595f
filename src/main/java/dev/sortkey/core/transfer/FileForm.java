package dev.sortkey.core.transfer;

/// The forms of a file of items.
public enum FileForm {
  /// One item a line, in plain JSON.
  JSON_LINES("jsonl"),
  /// One item a line, in DynamoDB JSON as DynamoDB's own export to S3 has it.
  DYNAMO_JSON("json"),
  /// One item a record, with a header that names attributes and types, see [CsvHeader].
  CSV("csv");

  private final String extension;

  FileForm(String extension) {
    this.extension = extension;
  }

  public String extension() {
    return extension;
  }
}
