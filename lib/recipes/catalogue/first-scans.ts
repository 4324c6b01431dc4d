import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, isTrue, occurredAt, otherwise, row, shownMoment } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const firstScans = (): Recipe => ({
  id: "first-scans",
  trades: ["any", "shop", "hotel"],
  title: t("first_scans_title"),
  benefit: t("first_scans_benefit"),
  eventType: "qr.scanned",
  condition: isTrue("isFirstScan"),
  roles: {
    scans: {
      provider: "google-sheets",
      title: t("first_scans_scans_title"),
      help: t("first_scans_scans_help"),
      resource: "spreadsheets",
      suggestedName: t("first_scans_scans_suggested_name"),
      make: {
        title: t("first_scans_scans_make_title"),
        action: "create-spreadsheet",
        input: {
          title: t("first_scans_scans_make_name"),
          sheet: t("first_scans_scans_make_sheet"),
          headings: [
            t("heading_time"),
            t("heading_code"),
            t("heading_campaign"),
            t("heading_city"),
            t("heading_device"),
          ],
        },
        idField: "spreadsheet",
      },
    },
  },
  steps: [
    {
      key: "scan-row",
      title: t("first_scans_scan_row_title"),
      role: "scans",
      action: "append-row",
      mapping: {
        spreadsheet: chosen("scans"),
        values: row(
          occurredAt(shownMoment),
          field("code.id", fail),
          field("campaign", otherwise("")),
          field("location.city", otherwise("")),
          field("device.type", otherwise("")),
        ),
      },
    },
  ],
});
