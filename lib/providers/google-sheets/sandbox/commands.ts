import type { SandboxCommand } from "../../sandbox-kit/contract.ts";
import { readCells, removeRow } from "./cells.ts";
import { scopeTitles, takeBack } from "./scopes.ts";
import { spreadsheetSchema } from "./spreadsheet.ts";

const removeAccess: SandboxCommand = {
  title: "Remove Patchbay's access",
  run: async ({ revokeAll }) => {
    await revokeAll();
    return "Access is removed, as at myaccount.google.com/connections. Google tells nobody: it shows at the next call.";
  },
};

const takePermissionsBack: SandboxCommand = {
  title: "Take the permission for files back",
  run: async ({ store }) => {
    await takeBack(store, Object.keys(scopeTitles));
    return "The connection stays, but opens no files any more until Google Sheets is connected again.";
  },
};

const deleteSpreadsheet: SandboxCommand = {
  title: "Delete the oldest spreadsheet that Patchbay sees",
  run: async ({ store }) => {
    const files = await store.list("spreadsheet", spreadsheetSchema);
    const file = files.find(({ data }) => data.isOpenToApp);
    if (!file) return "There is none.";
    for (const { sheetId } of file.data.tabs) {
      const place = { store, spreadsheetId: file.id, sheetId };
      for (const row of (await readCells(place)).keys()) await removeRow(place, row);
    }
    await store.remove("spreadsheet", file.id);
    return `The spreadsheet ${file.data.name} is deleted for good.`;
  },
};

const renameTab: SandboxCommand = {
  title: "Rename the first tab of the oldest spreadsheet that Patchbay sees",
  run: async ({ store }) => {
    const files = await store.list("spreadsheet", spreadsheetSchema);
    const file = files.find(({ data }) => data.isOpenToApp);
    const before = file?.data.tabs[0]?.title;
    if (!file || before === undefined) return "There is none.";
    const title = `${before} (old)`;
    const tabs = file.data.tabs.map((tab, index) => (index === 0 ? { ...tab, title } : tab));
    await store.put("spreadsheet", file.id, { ...file.data, tabs });
    return `The tab ${before} of ${file.data.name} is now called ${title}.`;
  },
};

export const commands = {
  revoke: removeAccess,
  "take-permissions-back": takePermissionsBack,
  "delete-spreadsheet": deleteSpreadsheet,
  "rename-tab": renameTab,
};
