package dev.sortkey.ui.codegen;

import dev.sortkey.core.codegen.CSharpSource;
import dev.sortkey.core.codegen.CliSource;
import dev.sortkey.core.codegen.CodePlan;
import dev.sortkey.core.codegen.EnhancedRead;
import dev.sortkey.core.codegen.GoSource;
import dev.sortkey.core.codegen.JavaScriptSource;
import dev.sortkey.core.codegen.JavaSdk;
import dev.sortkey.core.codegen.Program;
import dev.sortkey.core.codegen.PythonSource;
import dev.sortkey.core.codegen.RustSource;
import dev.sortkey.core.codegen.SourceFile;
import dev.sortkey.core.codegen.SpringBoot;
import dev.sortkey.core.codegen.TableCode;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.codegen.CodeViewModel.Language;
import java.util.List;

/// The files that a connection's table, query or item comes to in one language.
record CodeFiles(Connection connection, Language language) {
  List<SourceFile> query(TableSchema schema, QuerySpec spec) {
    CodePlan way = CodePlan.of(schema, spec);
    SourceFile file =
        language == Language.ENHANCED
            ? EnhancedRead.of(schema, way.plan(), place())
            : program(Program.of(way.plan()));
    if (!way.other()) {
      return List.of(file);
    }
    boolean hash = language == Language.CLI || language == Language.PYTHON;
    String note = (hash ? "# " : "// ") + Messages.text("codegen.other-way") + "\n";
    return List.of(new SourceFile(file.name(), note + file.text()));
  }

  SourceFile program(Program program) {
    return switch (language) {
      case CLI -> CliSource.of(program, place(), connection.profile());
      case PYTHON -> PythonSource.of(program, place());
      case JAVASCRIPT -> JavaScriptSource.of(program, place());
      case GO -> GoSource.of(program, place());
      case CSHARP -> CSharpSource.of(program, place());
      case RUST -> RustSource.of(program, place());
      default -> new JavaSdk(place()).program(program);
    };
  }

  List<SourceFile> table(TableSchema schema, TableDraft draft, List<Item> items) {
    return switch (language) {
      case CLI -> List.of(new SourceFile("create-table.sh", TableCode.cli(draft, connection)));
      case CLOUDFORMATION ->
          List.of(new SourceFile("template.yaml", TableCode.cloudFormation(draft)));
      case TERRAFORM -> List.of(new SourceFile("table.tf", TableCode.terraform(draft)));
      case CDK -> List.of(new SourceFile("table-stack.ts", TableCode.cdk(draft)));
      case SPRING_BOOT ->
          SpringBoot.files(schema, items, connection.region(), connection.endpoint());
      default -> List.of(new JavaSdk(place()).create(schema));
    };
  }

  private Program.Place place() {
    return new Program.Place(connection.region(), connection.endpoint());
  }
}
