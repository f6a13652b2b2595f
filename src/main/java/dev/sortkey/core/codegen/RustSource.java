package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A program in Rust, with the AWS SDK for Rust.
public final class RustSource extends Language {
  private static final String MAP = "HashMap::from([";

  private static final String READING =
      """
      type Item = HashMap<String, AttributeValue>;

      /// All items.
      async fn read(client: &Client) -> Result<Vec<Item>, Error> {
          let mut items: Vec<Item> = Vec::new();
      %s    Ok(items)
      }
      """;
  private static final String WRITING =
      """
      /// %s
      async fn write(client: &Client) -> Result<(), Error> {
      %s    Ok(())
      }
      """;
  private static final String PRINT =
      """
          for item in read(&client).await? {
              println!("{item:?}");
          }
      """;

  private RustSource() {}

  public static SourceFile of(Program program, Program.Place place) {
    var language = new RustSource();
    var body = new StringBuilder();
    for (Call call : program.calls()) {
      language.call(call, body);
      if (program.limit() != null) {
        body.append("    if items.len() >= " + program.limit() + " {\n");
        body.append("        items.truncate(" + program.limit() + ");\n");
        body.append("        return Ok(items);\n    }\n");
      }
    }
    String at =
        place.endpoint() == null
            ? ""
            : "\n        .endpoint_url(" + Quoted.rust(place.endpoint() + "") + ")";
    String text =
        """
        use aws_config::{BehaviorVersion, Region};
        use aws_sdk_dynamodb::primitives::Blob;
        use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
        use aws_sdk_dynamodb::{Client, Error};
        use std::collections::HashMap;

        %s
        #[tokio::main]
        async fn main() -> Result<(), Error> {
            let config = aws_config::defaults(BehaviorVersion::latest())
                .region(Region::new(%s))%s
                .load()
                .await;
            let client = Client::new(&config);
        %s    Ok(())
        }
        """
            .formatted(
                program.operation().writes()
                    ? WRITING.formatted(program.promise(), body)
                    : READING.formatted(body),
                Quoted.rust(place.region()),
                at,
                program.operation().writes() ? "    write(&client).await?;\n" : PRINT);
    if (!text.contains("Blob::new")) {
      text = text.replace("use aws_sdk_dynamodb::primitives::Blob;\n", "");
    }
    if (!text.contains("KeysAndAttributes::builder")) {
      text = text.replace("types::{AttributeValue, KeysAndAttributes};", "types::AttributeValue;");
    }
    return new SourceFile("main.rs", text);
  }

  private void call(Call call, StringBuilder body) {
    String name = call.operation().name().toLowerCase(Locale.ROOT);
    switch (call.operation()) {
      case GET_ITEM -> {
        body.append("    let response = client\n        .get_item()\n");
        body.append(parameters(call.parameters(), "        "));
        body.append("        .send()\n        .await?;\n    items.extend(response.item);\n");
      }
      case BATCH_GET_ITEM -> {
        Call.Keys keys = (Call.Keys) call.parameters().getFirst().value();
        body.append("    let mut wanted = Some(").append(keys(keys, "    ")).append(");\n");
        body.append(
            """
                while let Some(keys) = wanted.filter(|keys| !keys.is_empty()) {
                    let response = client
                        .batch_get_item()
                        .set_request_items(Some(keys))
                        .send()
                        .await?;
                    for found in response.responses.unwrap_or_default().into_values() {
                        items.extend(found);
                    }
                    wanted = response.unprocessed_keys;
                }
            """);
      }
      case PUT_ITEM, UPDATE_ITEM, DELETE_ITEM -> {
        body.append("    client\n        .%s()\n".formatted(name));
        body.append(parameters(call.parameters(), "        "));
        body.append("        .send()\n        .await?;\n");
      }
      case QUERY, SCAN -> {
        body.append("    let mut pages = client\n        .").append(name).append("()\n");
        body.append(parameters(call.parameters(), "        "));
        body.append("        .into_paginator()\n        .items()\n        .send();\n");
        body.append(
            "    while let Some(item) = pages.next().await {\n        items.push(item?);\n");
        body.append("    }\n");
      }
    }
  }

  @Override
  String string(String text) {
    return Quoted.rust(text);
  }

  @Override
  String flag(boolean on) {
    return Boolean.toString(on);
  }

  @Override
  String names(Map<String, String> names, String indent) {
    return "Some("
        + lines(
            MAP,
            names.entrySet(),
            n -> "(" + owned(n.getKey()) + ", " + owned(n.getValue()) + ")",
            "]))",
            indent);
  }

  @Override
  String attributes(Map<String, Attr> attributes, String indent) {
    return "Some("
        + lines(
            MAP,
            attributes.entrySet(),
            a -> "(" + owned(a.getKey()) + ", " + attribute(a.getValue()) + ")",
            "]))",
            indent);
  }

  @Override
  String keys(Call.Keys keys, String indent) {
    String deeper = indent + "        ";
    String builder =
        "KeysAndAttributes::builder()\n"
            + deeper
            + ".set_keys(Some("
            + lines("vec![", keys.keys(), this::map, "]))", deeper)
            + "\n"
            + parameters(keys.others(), deeper)
            + deeper
            + ".build()?";
    return MAP
        + "(\n"
        + indent
        + "    "
        + owned(keys.table())
        + ",\n"
        + indent
        + "    "
        + builder
        + ",\n"
        + indent
        + ")])";
  }

  private String map(Map<String, Attr> fields) {
    return joined(
        MAP,
        fields.entrySet(),
        f -> "(" + owned(f.getKey()) + ", " + attribute(f.getValue()) + ")",
        "])");
  }

  @Override
  String attribute(Attr value) {
    return "AttributeValue::"
        + switch (value) {
          case Attr.S(String text) -> "S(" + owned(text) + ")";
          case Attr.N(String digits) -> "N(" + owned(digits) + ")";
          case Attr.B(Bytes bytes) -> "B(" + blob(bytes) + ")";
          case Attr.Bool(boolean on) -> "Bool(" + on + ")";
          case Attr.Null _ -> "Null(true)";
          case Attr.SS(var texts) -> joined("Ss(vec![", texts, RustSource::owned, "])");
          case Attr.NS(var digits) -> joined("Ns(vec![", digits, RustSource::owned, "])");
          case Attr.BS(var all) -> joined("Bs(vec![", all, RustSource::blob, "])");
          case Attr.L(var elements) -> joined("L(vec![", elements, this::attribute, "])");
          case Attr.M(var fields) -> "M(" + map(fields) + ")";
        };
  }

  private static String owned(String text) {
    return Quoted.rust(text) + ".to_string()";
  }

  private static String blob(Bytes bytes) {
    List<String> each = new ArrayList<>();
    for (byte one : bytes.toArray()) {
      each.add("0x%02x".formatted(one));
    }
    return "Blob::new(vec![" + String.join(", ", each) + "])";
  }

  @Override
  String parameter(String name, String value) {
    String setter = name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    boolean whole = value.startsWith("Some(");
    return (whole ? ".set_" : ".") + setter + "(" + value + ")";
  }
}
