import { texts } from "#lib/words/texts/texts.ts";

export const charts = texts("charts", {
  chart_frame_numbers_as_table: "Numbers as a table",
  chart_summary_title_no_values: "{title}: no values.",
  chart_summary_valuetext_periodname: "{valueText} in {periodName}",
  chart_summary_title_highest_valuetext_periodname:
    "{title}: highest {valueText} in {periodName}, last {told}.",
  period_name_label_part: "{label} (part)",
  legend_partmark_only_part_period:
    "{partMark, select, hatched {Hatched: only a part of the period} other {Dashed: only a part of the period}}",
  ranking_bar: "Bar",
  chart_frame_csv: "Download “{title}” as CSV",
});
