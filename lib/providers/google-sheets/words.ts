import { createTell } from "../contract/app-words.ts";

/** What Google Sheets alone has to say. */
const en = {
  may_not_open_files_in:
    "Patchbay may not open its files in your Google Drive. Connect Google Sheets again and allow it on Google's page.",
  says_account_disabled_deleted:
    "Google says that this account is disabled or deleted. Connect Google Sheets with another account.",
  no_longer_accepts_connection: "Google no longer accepts this connection. Connect Google Sheets again.",
  asks_slow_down: "Google asks us to slow down. Try again in about a minute.",
  administrator_workspace_does_not_let:
    "The administrator of your Google Workspace does not let this app in. Ask them to allow it, then connect Google Sheets again.",
  does_not_let_installation_use:
    "Google does not let this installation use its spreadsheets yet. Ask your administrator to switch on the Google Sheets API and the Google Drive API in its Google project.",
  drive_full: "Your Google Drive is full. Make room there, then try again.",
  does_not_show_spreadsheet:
    "Google does not show this spreadsheet to Patchbay. It may be deleted or never shared with it: Patchbay sees only spreadsheets that it made, or that you opened with it. Choose another one from the list.",
  spreadsheet_has_no_such_tab: "The spreadsheet has no such tab or cells. Choose the tab again.",
  cells_lie_beyond_edge_tab: "These cells lie beyond the edge of the tab. Choose others.",
  spreadsheet_full:
    "The spreadsheet is full: Google allows 10 million cells. Move old rows away, or use a new one.",
  tab_protected_against_changes:
    "The tab is protected against changes. Lift the protection in Google Sheets, or choose another tab.",
  list_has_changed_meanwhile: "The list has changed meanwhile. Load it again from the start.",
  tab_belongs_another_spreadsheet_than:
    "The tab belongs to another spreadsheet than the one chosen. Choose the tab again.",
  spreadsheet_has_no_tab_called:
    "The spreadsheet has no tab called {title}. It has: {known}. Choose one of these.",
  give_cells_such_as_a1: "Give cells such as A1:D20, columns such as A:C, or rows such as 1:20.",
  tab_renamed_deleted_moment_ago: "The tab {tab} was renamed or deleted a moment ago. Choose the tab again.",
  page_list_unknown: "This page of the list is unknown. Load it again from the start.",
  did_not_accept_what_was_sent:
    "Google did not accept what was sent.{remark, select, null {} other { Google says: {remark}}}",
} as const;

export const words = { en };
export const tell = createTell("google-sheets", en);
