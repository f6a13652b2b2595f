package dev.sortkey.core.codegen;

import static dev.sortkey.core.codegen.TableDocument.ordered;

import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// The auto scaling of a table as resources of Terraform.
///
/// @param name of the table's resource
record TerraformScaling(TableDraft draft, String name) {
  List<String> resources() {
    List<String> blocks = new ArrayList<>();
    Map<String, Integer> indexes = new LinkedHashMap<>();
    for (ScaledUnits units : TableCode.scaled(draft)) {
      String of =
          units.index() == null
              ? ""
              : "_index_" + indexes.computeIfAbsent(units.index(), _ -> indexes.size() + 1);
      String label = name + of + "_" + units.side().name().toLowerCase(Locale.ROOT);
      String id =
          "table/${aws_dynamodb_table."
              + name
              + ".name}"
              + (units.index() == null ? "" : "/index/" + units.index());
      SequencedMap<String, Object> scalable = TableCode.scalable(draft, units);
      blocks.add(
          Terraform.resource(
              "aws_appautoscaling_target",
              label,
              ordered(
                  "service_namespace",
                  scalable.get("ServiceNamespace"),
                  "resource_id",
                  new Hcl.Raw("\"" + id + "\""),
                  "scalable_dimension",
                  scalable.get("ScalableDimension"),
                  "min_capacity",
                  units.scaling().least(),
                  "max_capacity",
                  units.scaling().most())));
      if (units.scaling().target() > 0) {
        blocks.add(Terraform.resource("aws_appautoscaling_policy", label, tracking(label, units)));
      }
    }
    return blocks;
  }

  private SequencedMap<String, Object> tracking(String label, ScaledUnits units) {
    String target = "aws_appautoscaling_target." + label + ".";
    return ordered(
        "name",
        TableCode.policyName(draft, units),
        "policy_type",
        "TargetTrackingScaling",
        "service_namespace",
        new Hcl.Raw(target + "service_namespace"),
        "resource_id",
        new Hcl.Raw(target + "resource_id"),
        "scalable_dimension",
        new Hcl.Raw(target + "scalable_dimension"),
        "target_tracking_scaling_policy_configuration",
        new Hcl.Blocks(
            List.of(
                ordered(
                    "target_value",
                    units.scaling().target(),
                    "predefined_metric_specification",
                    new Hcl.Blocks(
                        List.of(ordered("predefined_metric_type", TableCode.metric(units))))))));
  }
}
