import { chosen, fail, field, isTrue, occurredAt, otherwise, row, shownMoment } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const firstScans: Recipe = {
  id: "first-scans",
  trades: ["any", "shop", "hotel"],
  title: "New visitors in a spreadsheet",
  benefit: "See which codes bring new visitors, and which city they scan in.",
  eventType: "qr.scanned",
  condition: isTrue("isFirstScan"),
  roles: {
    scans: {
      provider: "google-sheets",
      title: "Your spreadsheet of scans",
      help: "Each first scan becomes a row of its first tab.",
      resource: "spreadsheets",
      suggestedName: "Scans",
      make: {
        title: "Make a new spreadsheet",
        action: "create-spreadsheet",
        input: { title: "Scans", sheet: "Scans", headings: ["Time", "Code", "Campaign", "City", "Device"] },
        idField: "spreadsheet",
      },
    },
  },
  steps: [
    {
      key: "scan-row",
      title: "Write the scan into the spreadsheet",
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
};
