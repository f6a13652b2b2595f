package dev.sortkey.ui.codegen;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.codegen.SourceFile;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.codegen.CodeViewModel.Language;
import dev.sortkey.ui.codegen.CodeViewModel.Subject;
import dev.sortkey.ui.editor.CodeView;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A table, a query on it or one of its items as code to copy or save.
public final class CodePanel implements Panel {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final Desk desk;
  private final CodeViewModel model;
  private final BorderPane root = new BorderPane();
  private final FlowPane choices = new FlowPane(12, 8);
  private final ListView<SourceFile> names = new ListView<>();
  private final CodeView code = new CodeView();
  private final Label about = Controls.label("", "sk-secondary");
  private final Button sample =
      Controls.button(Messages.text("codegen.sample"), Feather.DOWNLOAD, null);
  private final SimpleStringProperty title;
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();

  public CodePanel(Desk desk, String table, @Nullable CodeSubject about) {
    this.desk = desk;
    this.model = new CodeViewModel(table, about, desk.session(), desk.work());
    this.title = new SimpleStringProperty(Messages.text("codegen.title", table));
    root.getStyleClass().add("sk-code-panel");
    root.setTop(new VBox(head(), banner()));
    names.setId("code-files");
    names.setAccessibleText(Messages.text("codegen.files"));
    names.getStyleClass().add("sk-code-files");
    names.setFixedCellSize(28);
    names.setPrefWidth(260);
    names.setCellFactory(_ -> new NameCell());
    names.getSelectionModel().selectedItemProperty().subscribe(this::show);
    names.setItems(model.files());
    root.setCenter(code);
    model.files().addListener((ListChangeListener<SourceFile>) _ -> filesChanged());
    model.subjectProperty().subscribe(_ -> layChoices());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.open();
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Feather icon() {
    return Feather.CODE;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return unsaved;
  }

  @Override
  public void go(Destination destination) {
    if (destination instanceof Destination.Code(_, CodeSubject wanted)) {
      model.ask(wanted);
      layChoices();
    }
  }

  @Override
  public void shown() {
    code.focus();
  }

  @Override
  public void closed() {
    model.close();
  }

  /// The files' names; shown when there are several.
  ListView<SourceFile> files() {
    return names;
  }

  private HBox head() {
    Button copy = Controls.button(Messages.text("codegen.copy"), Feather.COPY, COPY);
    copy.setId("copy-code");
    copy.setOnAction(_ -> copy());
    Button save = Controls.button(Messages.text("codegen.save"), Feather.DOWNLOAD, SAVE);
    save.setId("save-code");
    save.setOnAction(_ -> save());
    sample.setId("sample");
    sample.setOnAction(_ -> model.read(true));
    Label name = Controls.label(Messages.text("codegen.head", model.table()), "sk-page");
    name.setMinWidth(24);
    about.setMinWidth(0);
    var first = new HBox(10, name, about, Controls.spring(), sample, copy, save);
    first.setAlignment(Pos.CENTER_LEFT);
    first.getStyleClass().add("sk-page-head");
    return first;
  }

  private VBox banner() {
    var banner = new ProblemBanner(this::remedy);
    model.problemProperty().subscribe(banner::show);
    choices.setAlignment(Pos.CENTER_LEFT);
    choices.getStyleClass().add("sk-code-bar");
    return new VBox(choices, banner);
  }

  private void layChoices() {
    choices.getChildren().clear();
    if (model.subjects().size() > 1) {
      var subject =
          new Segmented<>(
              model.subjects(),
              each -> text("codegen.subject.", each),
              model.subjectProperty().get());
      subject.setId("code-subject");
      subject.valueProperty().addListener((_, _, now) -> model.subjectProperty().set(now));
      choices.getChildren().add(subject);
    }
    if (model.subjectProperty().get() == Subject.ITEM) {
      var operation =
          new Segmented<>(
              model.operations(),
              each -> text("codegen.operation.", each),
              model.operationProperty().get());
      operation.setId("code-operation");
      operation.valueProperty().addListener((_, _, now) -> model.operationProperty().set(now));
      choices.getChildren().add(operation);
    }
    var language =
        new Segmented<>(
            model.languages(),
            each -> text("codegen.language.", each),
            model.languageProperty().get());
    language.setId("code-language");
    language.valueProperty().addListener((_, _, now) -> model.languageProperty().set(now));
    choices.getChildren().add(language);
  }

  private static String text(String key, Enum<?> choice) {
    return Messages.text(key + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void filesChanged() {
    root.setLeft(model.files().size() > 1 ? names : null);
    names.getSelectionModel().selectFirst();
    Language language = model.languageProperty().get();
    boolean types = language == Language.SPRING_BOOT;
    about.setText(
        types
            ? Messages.text("codegen.types", model.sampledProperty().get())
            : Messages.text("codegen.no-keys"));
    Controls.show(sample, types && model.mayRead());
  }

  private void show(@Nullable SourceFile file) {
    code.show(file == null ? "" : file.text());
  }

  private void key(KeyEvent event) {
    if (COPY.match(event)) {
      copy();
    } else if (SAVE.match(event)) {
      save();
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    SourceFile file = names.getSelectionModel().getSelectedItem();
    if (file != null) {
      var content = new ClipboardContent();
      content.putString(file.text());
      Clipboard.getSystemClipboard().setContent(content);
      desk.workbench().toast(Messages.text("codegen.copied", file.name()));
    }
  }

  private void save() {
    desk.workbench()
        .files()
        .folder(Messages.text("codegen.save"))
        .ifPresent(folder ->
            model.save(
                folder,
                () -> desk.workbench().toast(Messages.text("codegen.saved", folder.toString()))));
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.open();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  /// The file's name, without the folders that all share.
  private static final class NameCell extends ListCell<SourceFile> {
    @Override
    protected void updateItem(SourceFile file, boolean empty) {
      super.updateItem(file, empty);
      setText(empty ? null : file.name().substring(file.name().lastIndexOf('/') + 1));
    }
  }
}
