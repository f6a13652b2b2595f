package dev.sortkey.ui.editor;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.FileChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Brings binary values in from files and out to them.
final class NodeFiles {
  private final DraftViewModel model;
  private final Slot slot;

  NodeFiles(DraftViewModel model, Work work) {
    this.model = model;
    this.slot = work.slot();
  }

  void load(DraftNode node, FileChoice choice) {
    choice.open(Messages.text("editor.file.load")).ifPresent(file -> load(node, file));
  }

  void save(DraftNode node, FileChoice choice) {
    if (node.toAttr() instanceof Attr.B(Bytes bytes)) {
      String ending =
          Picture.of(bytes)
              .map(found -> found.kind().name().toLowerCase(Locale.ROOT))
              .orElse("bin");
      String name = node.label().replaceAll("[^\\w.-]", "_") + "." + ending;
      choice.save(Messages.text("editor.file.save"), name).ifPresent(file -> save(node, file));
    }
  }

  /// Puts a file's bytes in the place of a binary value.
  void load(DraftNode node, Path file) {
    ItemDraft draft = model.required();
    slot.read(
        Messages.text("editor.job.load", name(file)),
        _ -> read(file),
        outcome -> {
          if (model.draft() != draft) {
            return; // another item is shown by now
          }
          switch (outcome) {
            case Outcome.Done<Bytes>(Bytes bytes) -> {
              draft.put(node, new Attr.B(bytes));
              model.edited();
            }
            case Outcome.Failed<Bytes>(Problem problem) ->
                model.edits().say(node, problem.detail());
            case Outcome.Cancelled<Bytes> _ -> {}
          }
        });
  }

  /// Writes a binary value to a file.
  void save(DraftNode node, Path file) {
    if (slot.busy() || !(node.toAttr() instanceof Attr.B(Bytes bytes))) {
      return;
    }
    slot.write(
        Messages.text("editor.job.file", name(file)),
        _ -> write(file, bytes),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Integer>(Integer length) ->
                model.say(Messages.text("editor.file.saved", length, file.toString()));
            case Outcome.Failed<Integer>(Problem problem) ->
                model.edits().say(node, problem.detail());
            case Outcome.Cancelled<Integer> _ -> {}
          }
        });
  }

  private static Bytes read(Path file) {
    try {
      long size = Files.size(file);
      if (size > ItemSize.LIMIT) {
        throw trouble(Messages.text("editor.file.large", name(file), size, ItemSize.LIMIT), null);
      }
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw trouble(Messages.text("editor.file.unread", file.toString(), reason(e)), e);
    }
  }

  private static int write(Path file, Bytes bytes) {
    try {
      Files.write(file, bytes.toArray());
      return bytes.length();
    } catch (IOException e) {
      throw trouble(Messages.text("editor.file.unwritten", file.toString(), reason(e)), e);
    }
  }

  private static ProblemException trouble(String detail, @Nullable IOException cause) {
    var problem = Problem.of(Problem.Kind.LOCAL_IO, Messages.text("editor.file.trouble"), detail);
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
