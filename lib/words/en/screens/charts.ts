import { texts } from "#lib/words/texts/texts.ts";

export const charts = texts("charts", {
  chart_frame_numbers_as_table: "Numbers as a table",
  chart_summary_title_no_values: "{title}: no values.",
  chart_summary_valuetext_periodname: "{valueText} in {periodName}",
  chart_summary_title_highest_valuetext_periodname:
    "{title}: highest {valueText} in {periodName}, last {told}.",
  period_name_label_part: "{label} (part)",
  heat_map_busiest_weekdayname_hourname_text: "Busiest: {weekdayName}, {hourName}, {text}.",
  heat_map_no_hour_stands_out: "No hour stands out.",
  hour_table_hour: "Hour",
  legend_partmark_only_part_period:
    "{partMark, select, hatched {Hatched} other {Dashed}}: only a part of the period",
  ranking_bar: "Bar",
  heat_map_nothing: "nothing",
});
