import type { Provider } from "../contract/provider.ts";
import { appendRow } from "./actions/append-row.ts";
import { createSpreadsheet } from "./actions/create-spreadsheet.ts";
import { getValues } from "./actions/get-values.ts";
import { listSheets } from "./actions/list-sheets.ts";
import { classifyError } from "./errors.ts";
import { identify } from "./identify.ts";
import { manifest } from "./manifest.ts";
import { sheets } from "./resources/sheets.ts";
import { spreadsheets } from "./resources/spreadsheets.ts";

export const googleSheets = {
  ...manifest,
  identify,
  actions: {
    "append-row": appendRow,
    "create-spreadsheet": createSpreadsheet,
    "get-values": getValues,
    "list-sheets": listSheets,
  },
  resources: { spreadsheets, sheets },
  inbound: null,
  sync: {},
  classifyError,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
