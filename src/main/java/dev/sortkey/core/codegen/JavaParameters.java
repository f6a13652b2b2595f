package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import java.util.Map;

/// The parameters of a request's builder in the AWS SDK for Java v2.
final class JavaParameters extends Language {
  @Override
  String string(String text) {
    return JavaText.string(text);
  }

  @Override
  String flag(boolean on) {
    return Boolean.toString(on);
  }

  @Override
  String names(Map<String, String> names, String indent) {
    return JavaText.names(names, indent + "        ");
  }

  @Override
  String attributes(Map<String, Attr> attributes, String indent) {
    return JavaText.map(attributes, indent + "        ");
  }

  @Override
  String keys(Call.Keys keys, String indent) {
    String deeper = indent + "        ";
    String each = ",\n" + deeper + "                ";
    String wanted =
        String.join(each, keys.keys().stream().map(key -> JavaText.map(key, "")).toList());
    return "Map.of("
        + string(keys.table())
        + ", KeysAndAttributes.builder()\n"
        + deeper
        + ".keys(List.of("
        + each.substring(1)
        + wanted
        + "))\n"
        + parameters(keys.others(), deeper)
        + deeper
        + ".build())";
  }

  @Override
  String attribute(Attr value) {
    return JavaText.attributeValue(value);
  }

  @Override
  String parameter(String name, String value) {
    return "." + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "(" + value + ")";
  }
}
