import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { googleSheets } from "../provider.ts";

const orders = "1patchbaySandboxOrdersSpreadsheet00000000001";
const sheetsApi = `https://sheets.googleapis.com/v4/spreadsheets/${orders}`;
const driveApi = "https://www.googleapis.com/drive/v3";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
});
afterAll(() => shop.stop());

async function ask(method: string, url: string, body?: unknown, token = shop.credentials.accessToken) {
  const response = await shop.call().fetch(url, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: JSON.parse(await response.text()) };
}

function refused(message: string, more: Record<string, unknown> = {}) {
  return { status: 400, json: { error: { code: 400, message, ...more } } };
}

describe("who asks, as Google answers it", () => {
  test.each([
    ["Sheets", sheetsApi],
    ["Drive", `${driveApi}/files`],
  ])("%s: nobody is 403, a bad token is 401", async (_, url) => {
    expect(await ask("GET", url, undefined, "")).toMatchObject({
      status: 403,
      json: {
        error: { status: "PERMISSION_DENIED", message: expect.stringContaining("unregistered callers") },
      },
    });
    expect(await ask("GET", url, undefined, "ya29.none")).toMatchObject({
      status: 401,
      json: { error: { status: "UNAUTHENTICATED" } },
    });
  });

  test("Drive has errors[], Sheets has none", async () => {
    const drive = await ask("GET", `${driveApi}/files`, undefined, "ya29.none");
    expect(drive.json.error.errors).toEqual([
      {
        message: "Invalid Credentials",
        domain: "global",
        reason: "authError",
        location: "Authorization",
        locationType: "header",
      },
    ]);
    const sheets = await ask("GET", sheetsApi, undefined, "ya29.none");
    expect(sheets.json.error).not.toHaveProperty("errors");
  });
});

describe("what Google refuses is refused", () => {
  test.each([
    [
      "about without fields",
      "GET",
      `${driveApi}/about`,
      "The 'fields' parameter is required for this method.",
    ],
    [
      "a field that is none",
      "GET",
      `${driveApi}/files?fields=files(nope)`,
      "Invalid field selection files(nope)",
    ],
    ["a field that is none", "GET", `${sheetsApi}?fields=nope`, "Request contains an invalid argument."],
    [
      "a space between fields",
      "GET",
      `${sheetsApi}?fields=properties,%20sheets`,
      "Request contains an invalid argument.",
    ],
    ["a search that is none", "GET", `${driveApi}/files?q=id%20%3D%20%271%27`, "Invalid Value"],
    ["a page that is none", "GET", `${driveApi}/files?pageToken=2`, "Invalid Value"],
    ["an order that is none", "GET", `${driveApi}/files?orderBy=nope`, "Invalid Value"],
    ["a range that is none", "GET", `${sheetsApi}/values/Nope!A1`, "Unable to parse range: Nope!A1"],
    [
      "a dimension that is none",
      "GET",
      `${sheetsApi}/values/A1?majorDimension=DIAGONAL`,
      "Invalid value at 'major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), \"DIAGONAL\"",
    ],
    [
      "a parameter that is none",
      "GET",
      `${sheetsApi}/values/A1?nope=1`,
      "Invalid JSON payload received. Unknown name \"nope\": Cannot bind query parameter. Field 'nope' could not be found in request message.",
    ],
    [
      "nothing on how to take values",
      "PUT",
      `${sheetsApi}/values/A1`,
      "'valueInputOption' is required but not specified",
    ],
    [
      "values beyond the grid",
      "PUT",
      `${sheetsApi}/values/Z1:AB1?valueInputOption=RAW`,
      "Range (Orders!Z1:AB1) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    ["no request", "POST", `${sheetsApi}:batchUpdate`, "Must specify at least one request."],
  ])("%s: %s %s", async (_, method, url, message) => {
    const body = method === "PUT" ? { values: [["a", "b", "c"]] } : method === "POST" ? {} : undefined;
    expect(await ask(method, url, body)).toMatchObject(refused(message));
  });

  test.each([
    [
      { nope: {} },
      "Invalid JSON payload received. Unknown name \"nope\" at 'requests[0]': Cannot find field.",
    ],
    [
      { appendDimension: { sheetId: 5, dimension: "COLUMNS", length: 1 } },
      "Invalid requests[0].appendDimension: No grid with id: 5",
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 0, title: "Stock" }, fields: "title" } },
      'Invalid requests[0].updateSheetProperties: A sheet with the name "Stock" already exists. Please enter another name.',
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 0, title: "New" } } },
      "Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
  ])("of several changes one is wrong: none is made (%#)", async (wrong, message) => {
    const fine = { appendDimension: { sheetId: 0, dimension: "COLUMNS", length: 3 } };
    const requests = "nope" in wrong ? [wrong] : [wrong, fine];
    const before = await ask("GET", `${sheetsApi}?fields=sheets.properties`);
    expect(await ask("POST", `${sheetsApi}:batchUpdate`, { requests })).toMatchObject(refused(message));
    expect(await ask("GET", `${sheetsApi}?fields=sheets.properties`)).toEqual(before);
  });

  test("a file's own properties beyond 124 bytes", async () => {
    const file = {
      name: "x",
      mimeType: "application/vnd.google-apps.spreadsheet",
      appProperties: { key: "ä".repeat(61) },
    };
    expect(await ask("POST", `${driveApi}/files`, file)).toMatchObject({ status: 400 });
    const fits = { ...file, appProperties: { key: "a".repeat(121) } };
    expect(await ask("POST", `${driveApi}/files?fields=id`, fits)).toMatchObject({ status: 200 });
  });
});

test("what it does not play it says, and does not pretend", async () => {
  const formula = `${sheetsApi}/values/A1?valueInputOption=USER_ENTERED`;
  expect(await ask("PUT", formula, { values: [["=1"]] })).toMatchObject({ status: 400 });
  expect(await ask("GET", `${sheetsApi}?includeGridData=true`)).toMatchObject({ status: 400 });
});

test("appending answers as Google was recorded to", async () => {
  const file = { name: "Recorded", mimeType: "application/vnd.google-apps.spreadsheet" };
  const { json } = await ask("POST", `${driveApi}/files`, file);
  expect(json).toEqual({ kind: "drive#file", id: expect.any(String), ...file });
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${json.id}/values`;
  const append = (range: string) =>
    ask("POST", `${url}/${range}:append?valueInputOption=RAW`, { values: [["one", "", "three"]] });
  const updates = (updatedRange: string) => ({
    spreadsheetId: json.id,
    updatedRange,
    updatedRows: 1,
    updatedColumns: 3,
    updatedCells: 3,
  });
  expect((await append("%27Sheet1%27")).json).toEqual({
    spreadsheetId: json.id,
    updates: updates("Sheet1!A1:C1"),
  });
  expect((await append("%27Sheet1%27")).json).toEqual({
    spreadsheetId: json.id,
    tableRange: "Sheet1!C1",
    updates: updates("Sheet1!C2:E2"),
  });
  expect((await ask("GET", `${url}/%27Sheet1%27!A2:2`)).json).toEqual({
    range: "Sheet1!A2:Z2",
    majorDimension: "ROWS",
    values: [["", "", "one", "", "three"]],
  });
});
