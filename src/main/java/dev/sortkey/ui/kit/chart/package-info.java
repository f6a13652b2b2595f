/// Charts of figures over time. Imports core.metrics, core.text and ui.kit.
@NullMarked
package dev.sortkey.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
