package dev.sortkey.core.value;

import java.util.ArrayList;
import java.util.List;

/// Where an attribute stands in an item: `Items[0].ProductID`. Names may hold dots and brackets;
/// the text form then puts them in backquotes, doubled inside.
public record AttrPath(List<Step> steps) {
  public sealed interface Step {}

  public record Name(String name) implements Step {}

  public record Index(int index) implements Step {}

  public AttrPath {
    steps = List.copyOf(steps);
  }

  public static AttrPath of(String name) {
    return new AttrPath(List.of(new Name(name)));
  }

  public AttrPath child(String name) {
    return child(new Name(name));
  }

  public AttrPath child(int index) {
    return child(new Index(index));
  }

  public boolean startsWith(AttrPath prefix) {
    return steps.size() >= prefix.steps.size()
        && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
  }

  private AttrPath child(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new AttrPath(longer);
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException when the text is no path; the message says why
  public static AttrPath parse(String text) {
    return AttrPathText.parse(text);
  }

  @Override
  public String toString() {
    return AttrPathText.write(this);
  }
}
