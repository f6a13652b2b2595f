package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.shell.SignInViewModel.Step;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows the code that a sign-in is confirmed with, or asks for the one of an MFA device.
final class SignInDialog extends StackPane {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

  private final SignInViewModel model;
  private final VBox body = new VBox(12);
  private final Button browser =
      Controls.primary(Messages.text("shell.sign-in.browser"), Feather.EXTERNAL_LINK, null);
  private final Button go = Controls.primary(Messages.text("shell.sign-in.go"), null, null);

  SignInDialog(SignInViewModel model) {
    this.model = model;
    setId("sign-in");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button cancel = Controls.button(Messages.text("shell.sign-in.cancel"), null, null);
    cancel.setId("sign-in-cancel");
    cancel.setOnAction(_ -> model.cancel());
    browser.setId("sign-in-browser");
    browser.setOnAction(_ -> model.openBrowser());
    go.setId("sign-in-go");
    getChildren()
        .add(
            new DialogCard(
                Messages.text("shell.sign-in.title", model.profile()), body, cancel, browser, go));
    model.stepProperty().subscribe(this::show);
  }

  private void show(Step step) {
    Controls.show(browser, step instanceof Step.Confirming);
    Controls.show(go, step instanceof Step.Typing);
    switch (step) {
      case Step.Asking _ -> body.getChildren().setAll(waiting("shell.sign-in.asking"));
      case Step.Confirming(SignIn.DeviceCode code) -> confirm(code);
      case Step.Typing(String device, String refused) -> type(device, refused);
      case Step.Failed(Problem problem) -> fail(problem);
    }
  }

  private void confirm(SignIn.DeviceCode code) {
    Label shown = Controls.label(code.code(), "sk-device-code");
    shown.setId("device-code");
    Button copy = Controls.button(Messages.text("shell.sign-in.copy"), Feather.COPY, null);
    copy.setId("device-copy");
    copy.setOnAction(_ -> {
      toClipboard(code.code());
      copy.setText(Messages.text("shell.sign-in.copied"));
    });
    var line = new HBox(12, shown, copy);
    line.setAlignment(Pos.CENTER_LEFT);
    Label page = wrapped(code.page().toString(), "sk-mono-small");
    page.setId("device-page");
    Button copyPage = Controls.icon(Feather.COPY, Messages.text("shell.sign-in.copy-page"), null);
    copyPage.getStyleClass().add("sk-small");
    copyPage.setOnAction(_ -> toClipboard(code.pageWithCode().toString()));
    var where = new HBox(6, page, copyPage);
    where.setAlignment(Pos.CENTER_LEFT);
    body.getChildren()
        .setAll(
            wrapped(Messages.text("shell.sign-in.confirm"), "sk-text"),
            line,
            where,
            waiting("shell.sign-in.waiting", TIME.format(code.until())));
    browser.requestFocus();
  }

  private void type(String device, @Nullable String refused) {
    var field = new TextField();
    field.setId("mfa-code");
    field.getStyleClass().addAll("sk-mono", "sk-mfa-code");
    field.setPromptText("000000");
    field.setAccessibleText(Messages.text("shell.sign-in.mfa.field"));
    field.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().matches("\\d{0,6}") ? change : null));
    go.disableProperty().unbind();
    go.disableProperty().bind(field.textProperty().length().isNotEqualTo(6));
    Runnable send =
        () -> {
          if (field.getLength() == 6) {
            model.type(field.getText());
          }
        };
    field.setOnAction(_ -> send.run());
    go.setOnAction(_ -> send.run());
    Label ask = wrapped(Messages.text("shell.sign-in.mfa", device), "sk-text");
    ask.setLabelFor(field);
    body.getChildren().setAll(ask, field);
    if (refused != null) {
      Label why = wrapped(Messages.text("shell.sign-in.mfa.refused", refused), "sk-error-text");
      why.setId("mfa-refused");
      field.getStyleClass().add("sk-invalid");
      body.getChildren().add(why);
    }
    field.requestFocus();
  }

  private void fail(Problem problem) {
    var banner =
        new ProblemBanner(remedy -> {
          if (remedy == Problem.Remedy.RETRY || remedy == Problem.Remedy.SIGN_IN) {
            model.start();
          } else {
            model.cancel();
          }
        });
    banner.show(problem);
    body.getChildren().setAll(banner);
  }

  private static Node waiting(String key, Object... arguments) {
    var bar = new ProgressBar();
    bar.getStyleClass().add("sk-thin-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    return new VBox(8, bar, wrapped(Messages.text(key, arguments), "sk-secondary"));
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setWrapText(true);
    return label;
  }

  private static void toClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
